// The client has panicked: it must not run again, and the browser does everything by itself, as without it. Each listener of the
// client would be called after these.
addEventListener("client-panic", () => {
  const quiet = event => event.stopImmediatePropagation();
  for (const type of ["click", "submit", "input", "change", "keydown", "visibilitychange"]) addEventListener(type, quiet, true);
  addEventListener("popstate", () => location.reload(), true);
  for (const button of document.querySelectorAll("button:disabled")) button.disabled = false;
  document.documentElement.removeAttribute("data-hydrated");
  document.documentElement.setAttribute("data-panicked", "");
}, { once: true });
