import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A TUF repository on loopback with one target, `trusted_root.json`. */
export interface TufRepository extends AsyncDisposable {
	readonly mirror: string;
	/** Its first `root.json`. */
	readonly tufRoot: unknown;
	readonly requests: readonly string[];
}

/** `signedBy: "stranger"` signs the list of targets with a key that the root does not name. */
export async function startTufRepository(
	trustedRoot: object,
	signedBy: "owner" | "stranger" = "owner",
): Promise<TufRepository> {
	const owner = generateKeyPairSync("ed25519");
	const stranger = generateKeyPairSync("ed25519");
	const raw = owner.publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex");
	const key = { keytype: "ed25519", scheme: "ed25519", keyval: { public: raw } };
	const id = createHash("sha256").update(canonical(key)).digest("hex");
	const metadata = (type: string, content: object, by = owner) => {
		const signed = { _type: type, spec_version: "1.0.31", version: 1, expires: "2099-01-01T00:00:00Z", ...content };
		const signature = sign(undefined, Buffer.from(canonical(signed)), by.privateKey).toString("hex");
		return { signed, signatures: [{ keyid: id, sig: signature }] };
	};
	const role = { keyids: [id], threshold: 1 };
	const target = Buffer.from(JSON.stringify(trustedRoot));
	const hash = createHash("sha256").update(target).digest("hex");
	const targets = { "trusted_root.json": { length: target.length, hashes: { sha256: hash } } };
	const tufRoot = metadata("root", {
		consistent_snapshot: true,
		keys: { [id]: key },
		roles: { root: role, timestamp: role, snapshot: role, targets: role },
	});
	const files = new Map<string, string | Buffer>([
		["/timestamp.json", JSON.stringify(metadata("timestamp", { meta: { "snapshot.json": { version: 1 } } }))],
		["/1.snapshot.json", JSON.stringify(metadata("snapshot", { meta: { "targets.json": { version: 1 } } }))],
		["/1.targets.json", JSON.stringify(metadata("targets", { targets }, signedBy === "owner" ? owner : stranger))],
		[`/targets/${hash}.trusted_root.json`, target],
	]);
	const requests: string[] = [];
	const server = createServer(({ url = "" }, response) => {
		requests.push(url);
		const file = files.get(url);
		response.writeHead(file === undefined ? 404 : 200).end(file);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		mirror: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		tufRoot,
		requests,
		async [Symbol.asyncDispose]() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** https://wiki.laptop.org/go/Canonical_JSON, for the values of this file. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(",")}}`;
}
