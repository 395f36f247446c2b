//! The browser's decoder for data that the site has packed in postcard's wire format.
//! serde's visitors with an error at every field would weigh 4 kB more in the compressed wasm, which every reader waits
//! for. Here a fault is only noted while reading goes on, and asked for once at the end.
//! The site packs by serde and postcard; a test reads back everything that it packs.

use std::array;

/// A type that can be decoded from packed bytes.
pub trait Unpack {
    /// Reads one value. Where the bytes end or make no sense, some value comes back and the fault is noted.
    fn unpack(packed: &mut Packed) -> Self;
}

/// Packed bytes, read from the front.
pub struct Packed {
    rest: &'static [u8],
    is_sound: bool,
}

/// Decodes one value from all of the bytes and leaks it, because the page needs it to the end. None if the bytes are
/// damaged.
pub fn unpacked<T: Unpack>(bytes: &'static [u8]) -> Option<&'static T> {
    let mut packed = Packed { rest: bytes, is_sound: true };
    // Kept before it is looked at: what is never given back needs no code to give it back.
    let value: &'static T = Box::leak(Box::new(packed.read()));
    (packed.is_sound && packed.rest.is_empty()).then_some(value)
}

impl Packed {
    /// The next value.
    pub fn read<T: Unpack>(&mut self) -> T {
        T::unpack(self)
    }

    /// The number of the variant of an enum that comes next.
    pub fn variant(&mut self) -> u32 {
        self.number()
    }

    /// Notes a fault unless this holds.
    pub fn expect(&mut self, holds: bool) {
        self.is_sound &= holds;
    }

    fn take(&mut self, count: usize) -> &'static [u8] {
        let (taken, rest) = self.rest.split_at_checked(count).unwrap_or_else(|| {
            self.expect(false);
            (&[], &[])
        });
        self.rest = rest;
        taken
    }

    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    /// Yes or no.
    fn flag(&mut self) -> bool {
        let byte = self.byte();
        self.expect(byte < 2);
        byte != 0
    }

    /// Reads a varint (unsigned LEB128).
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.byte();
            let bits = u32::from(byte & 0x7f);
            number |= bits << shift;
            if byte < 0x80 {
                // The number fits 32 bits, and its encoding is not overlong.
                self.expect(bits << shift >> shift == bits && (bits > 0 || shift == 0));
                return number;
            }
        }
        self.expect(false);
        number
    }
}

/// Declares structs and enums, each with its decoder, so that there is one list of what is in them.
/// rustfmt leaves the declarations alone.
macro_rules! packed {
    ($($(#[$attribute:meta])* pub $kind:tt $name:ident { $($body:tt)* })*) => {$(
        $(#[$attribute])*
        pub $kind $name { $($body)* }

        $crate::unpack::decoder! { $kind $name { $($body)* } }
    )*};
}

/// The decoder of a struct or an enum. A field or a variant may have documentation and no other attribute: one of
/// serde's could change what is packed.
macro_rules! decoder {
    (struct $name:ident { $($(#[doc = $doc:literal])* pub $field:ident: $type:ty),* $(,)? }) => {
        impl $crate::unpack::Unpack for $name {
            fn unpack(packed: &mut $crate::unpack::Packed) -> Self {
                Self { $($field: packed.read()),* }
            }
        }
    };
    (enum $name:ident {
        $(#[doc = $first_doc:literal])*
        $first:ident $(($($first_part:ty),*))? $({ $($first_field:ident: $first_type:ty),* $(,)? })?
        $(
            , $(#[doc = $doc:literal])*
            $variant:ident $(($($part:ty),*))? $({ $($field:ident: $type:ty),* $(,)? })?
        )* $(,)?
    }) => {
        impl $crate::unpack::Unpack for $name {
            fn unpack(packed: &mut $crate::unpack::Packed) -> Self {
                let variant = packed.variant();
                let mut number = 0;
                $(
                    number += 1;
                    if variant == number {
                        return Self::$variant
                            $(($(packed.read::<$part>()),*))?
                            $({ $($field: packed.read()),* })?;
                    }
                )*
                // An unknown number also has to return a value: the first variant, with the fault noted.
                packed.expect(variant == 0);
                Self::$first
                    $(($(packed.read::<$first_part>()),*))?
                    $({ $($first_field: packed.read()),* })?
            }
        }
    };
}

pub(crate) use {decoder, packed};

impl Unpack for u8 {
    fn unpack(packed: &mut Packed) -> Self {
        packed.byte()
    }
}

impl Unpack for u16 {
    fn unpack(packed: &mut Packed) -> Self {
        let number = packed.number();
        packed.expect(number <= u16::MAX.into());
        number as u16
    }
}

impl Unpack for u32 {
    fn unpack(packed: &mut Packed) -> Self {
        packed.number()
    }
}

impl Unpack for bool {
    fn unpack(packed: &mut Packed) -> Self {
        packed.flag()
    }
}

impl Unpack for &'static str {
    fn unpack(packed: &mut Packed) -> Self {
        let length = packed.number() as usize;
        let bytes = packed.take(length);
        str::from_utf8(bytes).unwrap_or_else(|_| {
            packed.expect(false);
            ""
        })
    }
}

impl Unpack for String {
    fn unpack(packed: &mut Packed) -> Self {
        let text: &'static str = packed.read();
        text.to_owned()
    }
}

impl<T: Unpack> Unpack for Vec<T> {
    fn unpack(packed: &mut Packed) -> Self {
        let mut all = Vec::new();
        for _ in 0..packed.number() {
            // If a length is damaged, the loop stops at the first fault.
            if !packed.is_sound {
                break;
            }
            all.push(packed.read());
        }
        all
    }
}

impl<T: Unpack> Unpack for Option<T> {
    fn unpack(packed: &mut Packed) -> Self {
        packed.flag().then(|| packed.read())
    }
}

impl<A: Unpack, B: Unpack> Unpack for (A, B) {
    fn unpack(packed: &mut Packed) -> Self {
        (packed.read(), packed.read())
    }
}

impl<A: Unpack, B: Unpack, C: Unpack> Unpack for (A, B, C) {
    fn unpack(packed: &mut Packed) -> Self {
        (packed.read(), packed.read(), packed.read())
    }
}

impl<T: Unpack, const N: usize> Unpack for [T; N] {
    fn unpack(packed: &mut Packed) -> Self {
        array::from_fn(|_| packed.read())
    }
}
