import { defined } from "../../util/defined.ts";
/** An index address, taken apart. */
export interface IndexUrl {
	/** Without a login; ends with a `/`. */
	readonly base: URL;
	/** What answers are kept under: the address without its login. */
	readonly id: string;
	/** What people are shown. */
	readonly label: string;
	readonly authorization?: string;
}

/**
 * Reads an index address; a text is what is wrong with it, and repeats nothing of it. `login` is an address whose user and password hold for every
 * index at the same place.
 */
export function parseIndexUrl(text: string, login?: string): IndexUrl | string {
	// pip reads variables out of its environment; nobody here has them.
	if (text.includes("${")) return "has a variable in its address";
	let base: URL;
	try {
		base = new URL(text);
	} catch {
		return "has an address that is none";
	}
	if (base.protocol !== "https:" && base.protocol !== "http:") return "has an address that is neither http nor https";
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
