// The note that the page does not run. It stands ready in the page, and time alone shows it (`trouble_note.css`), for the
// script that would show it may be the one that never came. A script that lives keeps it back by what is no part of the
// page, so that a copy that is saved of a living page shows it as well.

const note = document.getElementById("trouble") ?? document.createElement("div");
const calm = () => {
  delete note.dataset.shown;
  // Old browsers can't be asked for their animations.
  if (note.getAnimations) for (const it of note.getAnimations()) it.cancel();
  else note.hidden = true;
};
// It begins anew where the page was out of sight, as in a frame that is folded away.
note.addEventListener("animationstart", calm);
calm();
const tell = (error) => {
  console.error(error);
  note.hidden = false;
  note.dataset.shown = "";
};
// Whatever stops the wasm, also later and without a word of its own, the reader is told.
const { RuntimeError } = globalThis.WebAssembly ?? {};
if (RuntimeError) addEventListener("error", ({ error }) => error instanceof RuntimeError && tell(error));
