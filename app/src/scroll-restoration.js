const places = new Map();
let seeking = false;
const keep = link => places.set(location.href, { y: scrollY, link });
addEventListener("scroll", () => { if (!seeking) keep(places.get(location.href)?.link); }, { passive: true });
addEventListener("click", event => keep(event.target.closest?.("a")?.getAttribute("href")), true);
addEventListener("popstate", () => {
  const { y = 0, link } = places.get(location.href) ?? {};
  const end = Date.now() + 2000;
  seeking = true;
  const seek = () => {
    const isThere = !document.querySelector("main .loading") && document.documentElement.scrollHeight >= y + innerHeight;
    if (!isThere && Date.now() < end) return requestAnimationFrame(seek);
    if (link) [...document.querySelectorAll("main a")].find(a => a.getAttribute("href") === link)?.focus({ preventScroll: true });
    scrollTo(0, y);
    seeking = false;
  };
  requestAnimationFrame(seek);
});
