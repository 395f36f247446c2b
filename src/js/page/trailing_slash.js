// Puts back the slash at the end of the page's address, which some hosts take away: every way to another page starts
// from the folder of this one. The page knows its folder from the address at which it is to be found.

try {
  const { href } = document.querySelector("link[rel=canonical]");
  const folder = new URL(href).pathname.split("/").at(-2);
  const { pathname, search, hash } = location;
  if (folder && pathname.endsWith(`/${folder}`)) history.replaceState(history.state, "", `${pathname}/${search}${hash}`);
} catch {
  // Then the address stays as it is.
}
