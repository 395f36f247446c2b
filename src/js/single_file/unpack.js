// Takes apart what the one file carries: LZMA with a header of 13 bytes, as `xz --format=lzma` writes it.
// Browsers unpack deflate by themselves, but that would make the file a fifth larger, this script counted.

const STATES = 12;
const LITERAL_SIZE = 0x300;
const END_OF_REPEATS = 4;

function unpack(packed) {
  // Properties, size of the dictionary (the output is the dictionary here), size of the output.
  let rest = packed[0];
  const literalContext = rest % 9;
  rest = (rest - literalContext) / 9;
  const literalPlace = rest % 5;
  const place = (rest - literalPlace) / 5;
  const output = new Uint8Array(new DataView(packed.buffer, packed.byteOffset).getUint32(5, true));

  // The range decoder: a number between 0 and `range`, of which every bit takes the part that its chance is.
  let at = 18;
  let range = 0xffffffff;
  let code = new DataView(packed.buffer, packed.byteOffset).getUint32(14);
  const more = () => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | packed[at++]) >>> 0;
    }
  };
  const chances = (count) => new Uint16Array(count).fill(1024);
  const bit = (chance, index) => {
    const bound = (range >>> 11) * chance[index];
    let is;
    if (code < bound) {
      range = bound;
      chance[index] += (2048 - chance[index]) >> 5;
      is = 0;
    } else {
      range -= bound;
      code -= bound;
      chance[index] -= chance[index] >> 5;
      is = 1;
    }
    more();
    return is;
  };
  const evenBits = (count) => {
    let value = 0;
    for (let i = 0; i < count; i += 1) {
      range >>>= 1;
      const is = code >= range ? 1 : 0;
      if (is) code -= range;
      more();
      value = value * 2 + is;
    }
    return value;
  };
  const tree = (chance, bits, offset = 0) => {
    let node = 1;
    for (let i = 0; i < bits; i += 1) node = node * 2 + bit(chance, offset + node);
    return node - (1 << bits);
  };
  const reverseTree = (chance, bits, offset = 0) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i += 1) {
      const is = bit(chance, offset + node);
      node = node * 2 + is;
      value |= is << i;
    }
    return value;
  };
  const lengths = () => {
    const choice = chances(2);
    const low = chances(16 << 3);
    const middle = chances(16 << 3);
    const high = chances(256);
    return (now) => {
      if (!bit(choice, 0)) return 2 + tree(low, 3, now << 3);
      if (!bit(choice, 1)) return 10 + tree(middle, 3, now << 3);
      return 18 + tree(high, 8);
    };
  };

  const literals = chances(LITERAL_SIZE << (literalContext + literalPlace));
  const isMatch = chances(STATES << 4);
  const isRepeat = chances(STATES);
  const isOlder = [chances(STATES), chances(STATES), chances(STATES)];
  const isLong = chances(STATES << 4);
  const slots = chances(END_OF_REPEATS << 6);
  const middleBits = chances(128);
  const lowBits = chances(16);
  const matchLength = lengths();
  const repeatLength = lengths();

  const distances = [0, 0, 0, 0];
  let state = 0;
  let filled = 0;

  const literal = () => {
    const before = filled > 0 ? output[filled - 1] : 0;
    const context = ((filled & ((1 << literalPlace) - 1)) << literalContext) + (before >> (8 - literalContext));
    const offset = context * LITERAL_SIZE;
    let symbol = 1;
    if (state >= 7) {
      // After a match the byte that would have gone on with it says what this one is not.
      let likely = output[filled - distances[0] - 1];
      while (symbol < 0x100) {
        const expected = (likely >> 7) & 1;
        likely <<= 1;
        const is = bit(literals, offset + ((1 + expected) << 8) + symbol);
        symbol = symbol * 2 + is;
        if (is !== expected) break;
      }
    }
    while (symbol < 0x100) symbol = symbol * 2 + bit(literals, offset + symbol);
    output[filled++] = symbol & 0xff;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  const distance = (length) => {
    const slot = tree(slots, 6, Math.min(length - 2, END_OF_REPEATS - 1) << 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return start + reverseTree(middleBits, bits, start - slot);
    return start + evenBits(bits - 4) * 16 + reverseTree(lowBits, 4);
  };
  const copy = (length) => {
    for (let i = 0; i < length; i += 1, filled += 1) output[filled] = output[filled - distances[0] - 1];
  };

  while (filled < output.length) {
    const now = filled & ((1 << place) - 1);
    if (!bit(isMatch, (state << 4) + now)) {
      literal();
    } else if (!bit(isRepeat, state)) {
      const length = matchLength(now);
      distances.unshift(distance(length));
      distances.pop();
      state = state < 7 ? 7 : 10;
      copy(length);
    } else if (!bit(isOlder[0], state)) {
      if (bit(isLong, (state << 4) + now)) {
        const length = repeatLength(now);
        state = state < 7 ? 8 : 11;
        copy(length);
      } else {
        state = state < 7 ? 9 : 11;
        copy(1);
      }
    } else {
      const which = !bit(isOlder[1], state) ? 1 : !bit(isOlder[2], state) ? 2 : 3;
      distances.unshift(...distances.splice(which, 1));
      const length = repeatLength(now);
      state = state < 7 ? 8 : 11;
      copy(length);
    }
  }
  return output;
}
