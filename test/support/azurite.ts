import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
	BlobSASPermissions,
	BlobServiceClient,
	type ContainerClient,
	generateBlobSASQueryParameters,
	StorageSharedKeyCredential,
} from "@azure/storage-blob";

const root = join(import.meta.dirname, "../..");
/** Azurite's own, the same everywhere: https://learn.microsoft.com/azure/storage/common/storage-connect-azurite */
const credential = new StorageSharedKeyCredential(
	"devstoreaccount1",
	"Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
);

/** A real blob service on the loopback, empty, with one container. */
export interface Azurite extends AsyncDisposable {
	readonly container: ContainerClient;
	/** A URL with which anyone can read (`r`), or create and write (`cw`), this one blob for ten minutes. */
	signed(blob: string, permissions: "r" | "cw"): string;
}

export async function startAzurite(): Promise<Azurite> {
	const program = (await promisify(execFile)(join(root, "script/azurite"), { encoding: "utf8" })).stdout.trim();
	const folder = await mkdtemp(join(tmpdir(), "lucid-azurite-"));
	const args = ["--location", folder, "--blobHost=127.0.0.1", "--blobPort=0", "--silent", "--disableTelemetry"];
	const child = spawn(process.execPath, [program, ...args, "--skipApiVersionCheck"], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
	const stop = async () => {
		child.kill();
		await ended;
		await rm(folder, { recursive: true, force: true });
	};
	try {
		const address = await addressOf(child);
		const service = new BlobServiceClient(`${address}/devstoreaccount1`, credential);
		const container = service.getContainerClient("cache");
		await container.create();
		return {
			container,
			signed: (blob, permissions) => {
				const expiresOn = new Date(Date.now() + 600_000);
				const allowed = BlobSASPermissions.parse(permissions);
				const query = { containerName: "cache", blobName: blob, permissions: allowed, expiresOn };
				return `${container.getBlobClient(blob).url}?${generateBlobSASQueryParameters(query, credential)}`;
			},
			[Symbol.asyncDispose]: stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

function addressOf(child: ReturnType<typeof spawn>): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = "";
		for (const stream of [child.stdout, child.stderr])
			stream?.on("data", (chunk: Buffer) => {
				said += chunk.toString();
				const address = /successfully listens on (http:\S+)/.exec(said)?.[1];
				if (address !== undefined) resolve(address);
			});
		child.once("exit", () => reject(new assert.AssertionError({ message: `Azurite ended: ${said}` })));
	});
}
