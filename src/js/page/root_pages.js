// For the pages at the root: the choice of a language, and what is said where nothing is. A fragment goes along to the
// language, and an address whose `#` was lost on the way leads on to the page that was meant. `lost_hash.js` stands before
// this.

{
  const { pathname, search, hash } = location;
  const lost = aroundLostHash(pathname);
  if (lost) {
    const [path, rest] = lost;
    // Two slashes at the start would name another site.
    const page = path.replace(/^[/\\]+/, "/");
    location.replace(`${page}${/(\/|\.html)$/.test(page) ? "" : "/"}#${rest}${search}${hash.replace("#", "&")}`);
  }
  const sections = [...document.querySelectorAll(".front__language")];
  const links = [...document.querySelectorAll(".front a[hreflang], .front__ways a")];
  const carry = () => links.forEach((it) => (it.hash = location.hash));
  carry();
  addEventListener("hashchange", carry);
  // The language of the address comes first. Without one it is the first of the reader's that is here; where one alone
  // is on show, it takes that one's place, and nobody is sent anywhere.
  const own = sections.find((it) => pathname.split("/").includes(it.lang));
  const reads = (language) => sections.find((it) => `${language}-`.toLowerCase().startsWith(`${it.lang.toLowerCase()}-`));
  const first = own ?? navigator.languages.map(reads).find(Boolean);
  if (first?.hidden) {
    for (const it of sections) it.hidden = it !== first;
    const page = document.documentElement;
    [page.lang, page.dir] = [first.lang, first.dir];
    document.title = first.querySelector("h2").textContent;
  } else if (first) sections[0].before(first);
}
