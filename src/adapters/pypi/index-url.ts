import { defined } from "../../util/defined.ts";
/** A parsed index URL. */
export interface IndexUrl {
	/** Without a login; ends with a `/`. */
	readonly base: URL;
	/** Key of the response cache: the URL without its login. */
	readonly id: string;
	/** For messages. */
	readonly label: string;
	readonly authorization?: string;
}

/**
 * Parses an index URL; returns a message without any part of it if it is invalid. `login` is a URL whose user and
 * password apply to every index with the same origin.
 */
export function parseIndexUrl(text: string, login?: string): IndexUrl | string {
	// pip expands environment variables of the build, which are unknown here.
	if (text.includes("${")) return "has a variable in its URL";
	let base: URL;
	try {
		base = new URL(text);
	} catch {
		return "has an invalid URL";
	}
	if (base.protocol !== "https:" && base.protocol !== "http:") return "has a URL that is neither http nor https";
	const authorization = basic(base) ?? (login === undefined ? undefined : loginFor(base, login));
	base.username = "";
	base.password = "";
	base.search = "";
	base.hash = "";
	if (!base.pathname.endsWith("/")) base.pathname += "/";
	const shown = base.href.replace(/\/$/, "");
	return { base, id: base.href, label: shown, ...defined({ authorization }) };
}

function basic({ username, password }: URL): string | undefined {
	if (username === "" && password === "") return undefined;
	const plain = `${decoded(username)}:${decoded(password)}`;
	return `Basic ${Buffer.from(plain).toString("base64")}`;
}

function loginFor(base: URL, login: string): string | undefined {
	try {
		const other = new URL(login);
		return other.origin === base.origin ? basic(other) : undefined;
	} catch {
		return undefined;
	}
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
