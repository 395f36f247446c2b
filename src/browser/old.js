// For browsers that know no modules, and so no WebAssembly as this page needs it: the note with the way on is shown.
document.getElementById("trouble").removeAttribute("hidden");
