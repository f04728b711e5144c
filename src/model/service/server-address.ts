/** An address of the container itself in a command: its port and path. */
const localUrl =
	/(?:https?:\/\/|[\s'"])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/;
/** `$NAME`, `${NAME}`, `${NAME:-otherwise}`. */
const variable = /\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g;

/** Fills in the variables that are known, or that say what they are otherwise. */
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

/** Which port and path a health check asks for; undefined where that is not written in it, or only known when the container starts. */
export function healthcheckTarget(
	words: readonly string[],
	lookup: (name: string) => string | undefined,
): HealthcheckTarget | undefined {
	const text = expandKnownVariables(words.join(" "), lookup);
	const found = localUrl.exec(text);
	// A variable that is left is set when the container starts, and nobody knows to what.
	if (found === null || found[2]?.includes("$")) return undefined;
	// A host's name alone, without scheme and path, may stand for anything: a database, say.
	if (
		!found[0].startsWith("http") &&
		(found[1] === undefined || found[2] === undefined) &&
		!/\b(?:curl|wget)\b/.test(text)
	)
		return undefined;
	return { port: found[1] === undefined ? 80 : Number(found[1]), path: found[2] ?? "/" };
}

const serverPort = /(?:^|\s)--(?:server[.-]|http-|listen-)?port[=\s]+["']?(\d{2,5})(?=["'\s]|$)/;
const serverBind = /(?:^|\s)(?:--bind|-b|--listen|--addr(?:ess)?)[=\s]+["']?(?:[\w.*[\]:]*):(\d{2,5})(?=["'\s]|$)/;

/** The port that a server is told to listen on in its command line. */
export function listenPort(words: readonly string[]): number | undefined {
	const text = words.join(" ");
	const found = serverPort.exec(text) ?? serverBind.exec(text);
	return found === null ? undefined : Number(found[1]);
}

const loopback = "(?:tcp://|https?://)?(?:127\\.0\\.0\\.1|localhost|\\[?::1\\]?)";
const loopbackOption = new RegExp(
	`(?:^|\\s)(?:--(?:host|bind|listen|listen-address|addr|address|ip|server\\.address)|-b)[=\\s]+["']?(${loopback}(?::\\d+)?)(?=["'\\s]|$)`,
);

/** The loopback address that a server is told to listen on in its command line. */
export const loopbackAddress = (words: readonly string[]): string | undefined =>
	loopbackOption.exec(words.join(" "))?.[1];

const pythonLoopback = `["'](127\\.0\\.0\\.1|localhost)["']`;
/** Calls of Python's servers that name the loopback address: uvicorn, Flask and aiohttp by `host=`, asyncio and Werkzeug by place, sockets and the standard library by a pair. */
const loopbackCalls = [
	`\\b(?:\\w+\\.run|run_app|run_simple|serve|create_server|start_server)\\s*\\((?:[^()]|\\([^()]*\\))*?\\bhost\\s*=\\s*${pythonLoopback}`,
	`\\b(?:start_server|create_server)\\s*\\(\\s*[\\w.]+\\s*,\\s*${pythonLoopback}`,
	`\\b(?:run_simple|make_server|WSGIServer)\\s*\\(\\s*\\(?\\s*${pythonLoopback}`,
	`\\b(?:\\w*HTTPServer|\\w*TCPServer|\\w+\\.bind)\\s*\\(\\s*\\(\\s*${pythonLoopback}`,
].map((pattern) => new RegExp(pattern));

/** Where a Python program binds a server to the loopback address; the line counts from 1. */
export function findPythonLoopbackBind(text: string): { readonly line: number; readonly address: string } | undefined {
	// Lines of comments keep their place.
	const plain = text.replace(/^[ \t]*#.*$/gm, "");
	for (const call of loopbackCalls) {
		const found = call.exec(plain);
		if (found === null) continue;
		const [all, address = ""] = found;
		return { line: plain.slice(0, found.index + all.lastIndexOf(address)).split("\n").length, address };
	}
	return undefined;
}

const bindName =
	/^(?:HOST|BIND|BIND_(?:HOST|ADDR|ADDRESS)|LISTEN(?:_(?:HOST|ADDR|ADDRESS))?|(?:SERVER|API|APP|HTTP|UVICORN|FLASK_RUN)_HOST)$/;
const loopbackValue = new RegExp(`^${loopback}(?::\\d+)?$`);

/** Whether a variable tells the program to listen on the loopback address. */
export const isLoopbackVariable = (name: string, value: string): boolean =>
	bindName.test(name) && loopbackValue.test(value);
