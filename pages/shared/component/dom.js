// Elements. What stays the same is left alone: a translating browser and a screen reader take every change for news.

export function h(tag, props = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(props)) {
		if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
		else if (name === "text") element.textContent = value;
		else mark(element, name, value);
	}
	element.append(...children.filter(Boolean));
	return element;
}

export function button(text, onclick, look = "", props = {}) {
	return h("button", { type: "button", text, onclick, class: look, ...props });
}

export function write(element, text) {
	if (element.textContent !== text) element.textContent = text;
}

export function mark(element, name, value) {
	if (value === null) element.removeAttribute(name);
	else if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, value);
}

// The second click of a double click is for nothing that came, or changed, under the pointer with the first.
export function heedOneClick(element) {
	let last = {}, chosen;
	element.addEventListener("click", (event) => {
		if (!event.detail) return; // By keyboard.
		const label = event.target.closest("label"), moved = Math.hypot(event.x - last.x, event.y - last.y);
		const isSecond = event.detail > 1 || (moved < 9 && event.timeStamp - last.timeStamp < 500);
		if (isSecond && !(label && label === chosen)) {
			event.preventDefault();
			event.stopPropagation();
		}
		[last, chosen] = [event, label];
	}, true);
}

export function show(element, isShown) {
	if (element.hidden === isShown) element.hidden = !isShown;
}
