import { Parser } from "tar/parse";
import { openDecompressor } from "../../../util/decompress.ts";
import { defined } from "../../../util/defined.ts";
import { readExecutable } from "../../../util/executable-format.ts";
import { cleanLayerPath, type LayerContent, type LayerEntry } from "./layer-content.ts";
import { secretKind } from "./secrets.ts";

/** Bounds on what is read of a stranger's image. A layer that passes one is a failed check, not a full memory. */
export interface LayerLimits {
	/** Unpacked, bytes. */
	readonly bytes: number;
	/** Files, folders and links. */
	readonly entries: number;
}

/** A layer may be large, models say; one that unpacks to more is taken for a bomb. */
export const layerLimits: LayerLimits = { bytes: 32 * 2 ** 30, entries: 1_000_000 };

/** Enough to know a program, its loader and a key by. */
const headBytes = 4096;
/** The files whose beginning is kept as text. */
const texts = new Set(["etc/passwd", "etc/group", "etc/os-release", "usr/lib/os-release"]);

/** Reads one layer as it comes from the registry, packed by gzip, zstd or not at all. Nothing of a file is kept but what it is. */
export function layerReader(limits: LayerLimits = layerLimits) {
	const contents = archiveReader(limits);
	const unpacker = openDecompressor(contents.take);
	return {
		take: unpacker.take,
		cancel: unpacker.cancel,
		async end(): Promise<LayerContent> {
			await unpacker.end();
			return contents.end();
		},
	};
}

function archiveReader(limits: LayerLimits) {
	const entries: [string, LayerEntry][] = [];
	const removed: string[] = [];
	const emptied: string[] = [];
	let size = 0;
	let wrong: Error | undefined;
	// An archive of nothing is two blocks of zeros, which the parser takes for no archive: WORKDIR makes such layers.
	let blank = true;
	const parser = new Parser({
		onwarn: (code: string, message: string | Error) => {
			// Names that lead out of the root, say, are cleaned below; an archive that cannot be read is another thing.
			if (/INVALID|BAD_ARCHIVE/.test(code)) wrong ??= new Error(`it is not a sound tar archive: ${text(message)}`);
		},
		onReadEntry: (entry) => {
			const path = cleanLayerPath(entry.path);
			const slash = path.lastIndexOf("/");
			const name = path.slice(slash + 1);
			const folder = path.slice(0, Math.max(0, slash));
			if (name === ".wh..wh..opq") emptied.push(folder);
			// The other names that begin so are aufs' own books.
			else if (name.startsWith(".wh.") && !name.startsWith(".wh..wh."))
				removed.push(folder === "" ? name.slice(4) : `${folder}/${name.slice(4)}`);
			else if (path !== "" && !name.startsWith(".wh.")) return read(path, entry);
			entry.resume();
		},
	});
	const read = (path: string, entry: InstanceType<typeof import("tar/read-entry").ReadEntry>) => {
		const add = (one: LayerEntry) => {
			if (entries.length >= limits.entries) wrong ??= new Error(`it holds more than ${limits.entries} files`);
			else entries.push([path, one]);
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
					kind: "file",
					mode: mode & 0o7777,
					uid,
					gid,
					size: entry.size,
					program: readExecutable(head),
					...defined({ secret }),
					...(texts.has(path) && { text: head.toString("utf8") }),
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
			blank &&= bytes.every((byte) => byte === 0);
			if (!blank) parser.write(bytes);
			if (wrong !== undefined) throw wrong;
		},
		end(): LayerContent {
			if (!blank) parser.end();
			if (wrong !== undefined) throw wrong;
			return { entries, removed, emptied, size };
		},
	};
}

const text = (message: string | Error) => (message instanceof Error ? message.message : message);
