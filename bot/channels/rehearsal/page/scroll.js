// Keeps the end of the talk in sight for whoever is reading there, and leaves others where they are.

import { byId } from "./view.js";

let following = true;

const atEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 80;

// The end of the talk, or the beginning of its last message where that does not fit.
export function showEnd() {
  const list = byId("messages");
  const last = list.lastElementChild;
  const tall = last && last.offsetHeight > list.clientHeight;
  list.scrollTop = tall ? last.offsetTop - list.offsetTop - 8 : list.scrollHeight;
  following = true;
  byId("below").hidden = true;
}

// Something was added at the end: `own` words are always shown to whoever wrote them.
export function grown(own) {
  if (following || own) showEnd();
  else byId("below").hidden = false;
}

export function goTo(id) {
  const view = byId("messages").querySelector(`[data-id="${CSS.escape(id)}"]`);
  view?.scrollIntoView({ block: "center", behavior: "smooth" });
}

export function wireScrolling() {
  const list = byId("messages");
  list.addEventListener("scroll", () => {
    following = atEnd(list);
    if (following) byId("below").hidden = true;
  });
  byId("below").addEventListener("click", showEnd);
  // The room for the talk shrinks when a quotation or a long text stands below it.
  new ResizeObserver(() => { if (following) showEnd(); }).observe(list);
}
