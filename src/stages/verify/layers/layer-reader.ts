import { Parser } from "tar/parse";
import { openDecompressor } from "../../../util/decompress.ts";
import { readExecutable } from "../../../util/executable-format.ts";
import { cleanLayerPath, type LayerContent, type LayerEntry } from "./layer-content.ts";
import { secretKind } from "./secrets.ts";

/** Limits for untrusted images. A layer above one is a failed check. */
export interface LayerLimits {
	/** Uncompressed. */
	readonly bytes: number;
	/** Files, folders and links. */
	readonly entries: number;
}

/** Layers with models are large; beyond this a layer is taken for a decompression bomb. */
const layerLimits: LayerLimits = { bytes: 32 * 2 ** 30, entries: 1_000_000 };

/** Enough to recognize a program, its loader and a key. */
const headBytes = 4096;
/** Files whose first bytes are kept as text. */
const textFiles = new Set(["etc/passwd", "etc/group", "etc/os-release", "usr/lib/os-release"]);

/** Reads one layer as the registry sends it, compressed with gzip, zstd or not at all. */
export function layerReader(limits: LayerLimits = layerLimits) {
	const archive = archiveReader(limits);
	const decompressor = openDecompressor(archive.take);
	return {
		take: decompressor.take,
		cancel: decompressor.cancel,
		async end(): Promise<LayerContent> {
			await decompressor.end();
			return archive.end();
		},
	};
}

function archiveReader(limits: LayerLimits) {
	const entries: [string, LayerEntry][] = [];
	const removed: string[] = [];
	const emptied: string[] = [];
	let size = 0;
	let problem: Error | undefined;
	// WORKDIR makes empty archives, two blocks of zeros, which the parser rejects.
	let isBlank = true;
	const parser = new Parser({
		onwarn: (code: string, warning: string | Error) => {
			// Other warnings, of names that lead out of the root for example, do not matter: names are cleaned.
			const message = warning instanceof Error ? warning.message : warning;
			if (/INVALID|BAD_ARCHIVE/.test(code)) problem ??= new Error(`it is not a valid tar archive: ${message}`);
		},
		onReadEntry: (entry) => {
			const path = cleanLayerPath(entry.path);
			const slash = path.lastIndexOf("/");
			const name = path.slice(slash + 1);
			const folder = path.slice(0, Math.max(0, slash));
			if (name === ".wh..wh..opq") emptied.push(folder);
			// Other names that begin with .wh..wh. are aufs' own files.
			else if (name.startsWith(".wh.") && !name.startsWith(".wh..wh."))
				removed.push(folder === "" ? name.slice(4) : `${folder}/${name.slice(4)}`);
			else if (path !== "" && !name.startsWith(".wh.")) return read(path, entry);
			entry.resume();
		},
	});
	const read = (path: string, entry: InstanceType<typeof import("tar/read-entry").ReadEntry>) => {
		const add = (item: LayerEntry) => {
			if (entries.length >= limits.entries) problem ??= new Error(`it holds more than ${limits.entries} files`);
			else entries.push([path, item]);
		};
		const { type, linkpath = "" } = entry;
		if (type === "Directory" || type === "GNUDumpDir") add({ kind: "folder" });
		else if (type === "SymbolicLink") add({ kind: "link", target: linkpath });
		else if (type === "Link") add({ kind: "same", target: cleanLayerPath(linkpath) });
		else if (type === "File" || type === "OldFile" || type === "ContiguousFile") {
			let head: Buffer = Buffer.alloc(0);
			entry.on("data", (chunk: Buffer) => {
				if (head.length >= headBytes) return;
				const more = chunk.subarray(0, headBytes - head.length);
				head = head.length === 0 ? more : Buffer.concat([head, more]);
			});
			entry.on("end", () => {
				const secret = secretKind(path, head);
				const { mode = 0o644, uid = 0, gid = 0 } = entry;
				add({
					...{ kind: "file", mode: mode & 0o7777, uid, gid, size: entry.size, program: readExecutable(head) },
					...(secret !== undefined && { secret }),
					...(textFiles.has(path) && { text: head.toString("utf8") }),
				});
			});
			return;
		} else add({ kind: "other" });
		entry.resume();
	};
	return {
		take(bytes: Buffer) {
			size += bytes.length;
			if (size > limits.bytes) throw new Error(`it unpacks to more than ${limits.bytes} bytes`);
			isBlank &&= bytes.every((byte) => byte === 0);
			if (!isBlank) parser.write(bytes);
			if (problem !== undefined) throw problem;
		},
		end(): LayerContent {
			if (!isBlank) parser.end();
			if (problem !== undefined) throw problem;
			return { entries, removed, emptied, size };
		},
	};
}
