// Requests to the routes of the form.

// `base`: their address; `account`: whose form this is, so that nothing is saved under the name of somebody else who signed
// in meanwhile. A request goes on when the page goes (keepalive), and is given up after `longest` milliseconds.
export function sender(base, account) {
  return async ({ method, path, body, version }, longest = 15_000) => {
    const given = new AbortController(), end = setTimeout(() => given.abort(), longest);
    try {
      const answer = await fetch(base + path, {
        method,
        headers: headers(account, body, version),
        body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
        keepalive: method !== "GET" && !(body instanceof Blob),
        signal: given.signal,
        cache: "no-store",
        redirect: "error",
      });
      return { status: answer.status, body: answer.status === 304 ? null : await answer.json() };
    } finally {
      clearTimeout(end);
    }
  };
}

function headers(account, body, version) {
  const type = body instanceof Blob ? "application/octet-stream" : "application/json";
  const found = { Accept: "application/json", "Content-Type": type, "X-Account": account };
  return version ? { ...found, "If-None-Match": `"${version}"` } : found;
}
