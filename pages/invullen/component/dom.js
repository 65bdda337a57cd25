// Elements, made and changed. What is not another text or attribute is left alone: a browser that translates a page, and a
// screen reader, take every change for news.

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "text") element.textContent = value;
    else if (name in element && typeof value !== "string") element[name] = value;
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function button(text, act, props = {}) {
  return h("button", { type: "button", text, onclick: act, ...props });
}

export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// null takes the attribute away.
export function mark(element, name, value) {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

export function show(element, isShown) {
  if (element.hidden === isShown) element.hidden = !isShown;
}

// Said once to a screen reader, politely; the same sentence twice is said twice.
export class Announcer {
  constructor() {
    this.element = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
  }

  say(text) {
    this.element.append(h("p", { text }));
    while (this.element.children.length > 3) this.element.firstElementChild.remove();
  }
}
