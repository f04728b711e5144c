import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";

const server = path.join(import.meta.dirname, "../../node_modules/yaml-language-server/bin/yaml-language-server");

interface Message {
	readonly id?: number;
	readonly method?: string;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly message: string };
}

export interface Place {
	readonly line: number;
	readonly character: number;
}

export interface Editor extends AsyncDisposable {
	/** What is offered at a place, by label, with its documentation. */
	complete(at: Place): Promise<ReadonlyMap<string, string>>;
	/** The text that is shown over a place; blank for none. */
	hover(at: Place): Promise<string>;
	/** What is marked as wrong. */
	readonly problems: Promise<readonly string[]>;
}

/**
 * VS Code's YAML extension without the window: its language server, spoken to over standard input and output as the
 * editor does.
 */
export async function openInEditor(file: string, text: string): Promise<Editor> {
	const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
	const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
	const diagnostics = Promise.withResolvers<readonly string[]>();
	let next = 0;
	child.on("close", () => {
		for (const { reject } of waiting.values()) reject(new Error("the language server has ended"));
	});
	const send = (message: Message) => {
		const body = JSON.stringify({ jsonrpc: "2.0", ...message });
		child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	};
	const ask = (method: string, params: unknown) =>
		new Promise<unknown>((resolve, reject) => {
			const id = ++next;
			waiting.set(id, { resolve, reject });
			send({ id, method, params });
		});
	const receive = (message: Message) => {
		const { id, method, params } = message;
		if (method === undefined && id !== undefined) {
			const asked = waiting.get(id);
			waiting.delete(id);
			if (message.error) asked?.reject(new Error(message.error.message));
			else asked?.resolve(message.result);
		} else if (method === "workspace/configuration" && id !== undefined) {
			const { items } = params as { items: readonly { section?: string }[] };
			// What the extension has by itself; the schema store would be a question to the network.
			const yaml = { validate: true, hover: true, completion: true, schemaStore: { enable: false } };
			send({ id, result: items.map(({ section }) => (section === "yaml" ? yaml : null)) });
		} else if (method === "textDocument/publishDiagnostics") {
			diagnostics.resolve(
				(params as { diagnostics: readonly { message: string }[] }).diagnostics.map((one) => one.message),
			);
		} else if (id !== undefined) send({ id, result: null });
	};
	let buffer = Buffer.alloc(0);
	child.stdout.on("data", (chunk: Buffer) => {
		buffer = Buffer.concat([buffer, chunk]);
		for (;;) {
			const end = buffer.indexOf("\r\n\r\n");
			const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, Math.max(0, end)).toString())?.[1]);
			if (end < 0 || buffer.length < end + 4 + length) return;
			const body = buffer.subarray(end + 4, end + 4 + length).toString();
			buffer = buffer.subarray(end + 4 + length);
			receive(JSON.parse(body) as Message);
		}
	});
	const uri = pathToFileURL(file).href;
	const folder = pathToFileURL(path.dirname(file)).href;
	const capabilities = {
		workspace: { configuration: true, workspaceFolders: true },
		textDocument: {
			completion: { completionItem: { documentationFormat: ["markdown"], snippetSupport: true } },
			hover: { contentFormat: ["markdown"] },
		},
	};
	await ask("initialize", {
		processId: process.pid,
		rootUri: folder,
		workspaceFolders: [{ uri: folder, name: "x" }],
		capabilities,
	});
	send({ method: "initialized", params: {} });
	send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
	return {
		problems: diagnostics.promise,
		async complete(position) {
			const found = (await ask("textDocument/completion", { textDocument: { uri }, position })) as {
				items: readonly { label: string; documentation?: { value: string } | string }[];
			};
			return new Map(
				found.items.map(({ label, documentation }) => [
					label,
					typeof documentation === "string" ? documentation : (documentation?.value ?? ""),
				]),
			);
		},
		async hover(position) {
			const found = (await ask("textDocument/hover", { textDocument: { uri }, position })) as {
				contents: { value: string };
			} | null;
			return found?.contents.value ?? "";
		},
		async [Symbol.asyncDispose]() {
			const ended = new Promise((resolve) => child.once("close", resolve));
			await ask("shutdown", null);
			send({ method: "exit" });
			child.stdin.end();
			await ended;
		},
	};
}
