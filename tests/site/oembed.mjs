// What a system that knows oEmbed finds at each of these addresses: by a library that such systems use.
import { extract } from "@extractus/oembed-extractor";

const found = process.argv.slice(2).map((address) => extract(address, { maxwidth: 500 }));
console.log(JSON.stringify(await Promise.all(found)));
