// What is on a drawn picture: its size, how much ink each quarter from top to bottom has, and how many steps of the
// scale are on it.
const [content] = arguments;
const steps = ["efe2c4", "e0dabf", "cad2bd", "abc5bf", "89b3bd", "669cb7", "3d769e", "296191", "144273"];
const address = document.querySelector(`[data-picture=${content}] a`).href;
// Through an image, for a strict policy may forbid to fetch what it allows to show.
const image = new Image();
image.src = address;
await image.decode();
const { naturalWidth: width, naturalHeight: height } = image;
const canvas = document.createElement("canvas");
Object.assign(canvas, { width, height });
const context = canvas.getContext("2d");
// WebKitGTK 2.x: right after `decode`, about one image in ten draws nothing, and a frame or two later it does.
let tries = 0;
do {
  if (tries > 0) await new Promise(requestAnimationFrame);
  context.drawImage(image, 0, 0);
} while (++tries < 100 && context.getImageData(0, 0, 1, 1).data[3] === 0);
const { data } = context.getImageData(0, 0, width, height);
const ink = [0, 0, 0, 0];
const seen = new Set();
for (let at = 0; at < width * height; at++) {
  const [red, green, blue] = data.subarray(4 * at, 4 * at + 3);
  // Below the band at the top.
  if (at > 12 * width && data[4 * at + 3] === 255 && red + green + blue < 240) ink[Math.floor((4 * at) / (width * height))]++;
  seen.add(((red << 16) | (green << 8) | blue).toString(16).padStart(6, "0"));
}
return { width, height, ink: ink.map((it) => (4 * it) / (width * height)), steps: steps.filter((it) => seen.has(it)).length };
