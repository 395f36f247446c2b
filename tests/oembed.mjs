// What a system that knows oEmbed finds at an address: by a library that such systems use.
import { extract } from "@extractus/oembed-extractor";

console.log(JSON.stringify(await extract(process.argv[2], { maxwidth: 500 })));
