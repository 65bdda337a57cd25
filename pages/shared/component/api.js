// `account`: whose form this is, so that nothing is saved under the name of somebody else who signed in meanwhile. A request
// goes on when the page goes, and is given up after 15 seconds.
export function sender(base, account) {
	return async ({ method, path, body, version }) => {
		const headers = { Accept: "application/json", "Content-Type": "application/json", "X-Account": account };
		if (version) headers["If-None-Match"] = `"${version}"`;
		const sent = JSON.stringify(body);
		const answer = await fetch(base + path, {
			method,
			headers,
			body: sent,
			keepalive: sent?.length < 20_000, // A browser refuses more than 64 kB.
			signal: AbortSignal.timeout(15_000),
			cache: "no-store",
			redirect: "error",
		});
		return { status: answer.status, body: answer.status === 304 ? null : await answer.json() };
	};
}
