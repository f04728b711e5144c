/** A URL of the container itself in a command. Groups: port, path. */
const localUrl =
	/(?:https?:\/\/|[\s'"])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/;
/** `$NAME`, `${NAME}`, `${NAME:-default}`. */
const variable = /\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g;

/** Expands variables that have a value or a default; others stay. */
export function expandKnownVariables(text: string, lookup: (name: string) => string | undefined): string {
	return text.replace(
		variable,
		(all, plain?: string, braced?: string, otherwise?: string) => lookup(plain ?? braced ?? "") ?? otherwise ?? all,
	);
}

export interface HealthcheckTarget {
	readonly port: number;
	readonly path: string;
}

/** Port and path that a HEALTHCHECK requests; undefined if its command does not name them. */
export function healthcheckTarget(
	words: readonly string[],
	lookup: (name: string) => string | undefined,
): HealthcheckTarget | undefined {
	const text = expandKnownVariables(words.join(" "), lookup);
	const match = localUrl.exec(text);
	// A remaining variable gets its value when the container starts.
	if (match === null || match[2]?.includes("$")) return undefined;
	// A host name without scheme and path may be anything, such as a database.
	if (
		!match[0].startsWith("http") &&
		(match[1] === undefined || match[2] === undefined) &&
		!/\b(?:curl|wget)\b/.test(text)
	)
		return undefined;
	return { port: match[1] === undefined ? 80 : Number(match[1]), path: match[2] ?? "/" };
}

const serverPort = /(?:^|\s)--(?:server[.-]|http-|listen-)?port[=\s]+["']?(\d{2,5})(?=["'\s]|$)/;
const serverBind = /(?:^|\s)(?:--bind|-b|--listen|--addr(?:ess)?)[=\s]+["']?(?:[\w.*[\]:]*):(\d{2,5})(?=["'\s]|$)/;

/** The port of a server, from its command line. */
export function listenPort(words: readonly string[]): number | undefined {
	const text = words.join(" ");
	const match = serverPort.exec(text) ?? serverBind.exec(text);
	return match === null ? undefined : Number(match[1]);
}

const loopback = "(?:tcp://|https?://)?(?:127\\.0\\.0\\.1|localhost|\\[?::1\\]?)";
const loopbackOption = new RegExp(
	`(?:^|\\s)(?:--(?:host|bind|listen|listen-address|addr|address|ip|server\\.address)|-b)[=\\s]+["']?(${loopback}(?::\\d+)?)(?=["'\\s]|$)`,
);

/** The loopback address that a server listens on, from its command line. */
export const loopbackAddress = (words: readonly string[]): string | undefined =>
	loopbackOption.exec(words.join(" "))?.[1];

const pythonLoopback = `["'](127\\.0\\.0\\.1|localhost)["']`;
/** Python calls that bind loopback: `host=` (uvicorn, Flask), positional (asyncio, Werkzeug), a pair (sockets). */
const loopbackCalls = [
	`\\b(?:\\w+\\.run|run_app|run_simple|serve|create_server|start_server)\\s*\\((?:[^()]|\\([^()]*\\))*?\\bhost\\s*=\\s*${pythonLoopback}`,
	`\\b(?:start_server|create_server)\\s*\\(\\s*[\\w.]+\\s*,\\s*${pythonLoopback}`,
	`\\b(?:run_simple|make_server|WSGIServer)\\s*\\(\\s*\\(?\\s*${pythonLoopback}`,
	`\\b(?:\\w*HTTPServer|\\w*TCPServer|\\w+\\.bind)\\s*\\(\\s*\\(\\s*${pythonLoopback}`,
].map((pattern) => new RegExp(pattern));

/** Where a Python program binds a server to the loopback address; lines count from 1. */
export function findPythonLoopbackBind(text: string): { readonly line: number; readonly address: string } | undefined {
	// Comment lines become empty, so that line numbers stay.
	const plain = text.replace(/^[ \t]*#.*$/gm, "");
	for (const call of loopbackCalls) {
		const match = call.exec(plain);
		if (match === null) continue;
		const [all, address = ""] = match;
		return { line: plain.slice(0, match.index + all.lastIndexOf(address)).split("\n").length, address };
	}
	return undefined;
}

const bindName =
	/^(?:HOST|BIND|BIND_(?:HOST|ADDR|ADDRESS)|LISTEN(?:_(?:HOST|ADDR|ADDRESS))?|(?:SERVER|API|APP|HTTP|UVICORN|FLASK_RUN)_HOST)$/;
const loopbackValue = new RegExp(`^${loopback}(?::\\d+)?$`);

/** Whether a variable makes the program listen on the loopback address. */
export const isLoopbackVariable = (name: string, value: string): boolean =>
	bindName.test(name) && loopbackValue.test(value);
