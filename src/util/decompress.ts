import type { Transform } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";

/**
 * Decompresses a layer in pieces: gzip, zstd or none, detected by its first bytes, because media types are not
 * reliable. Passes pieces of the tar archive to `give`, in order. A promise of `take` is backpressure. `take` and `end`
 * throw decompression errors and those of `give`.
 */
export function openDecompressor(give: (bytes: Buffer) => void) {
	let held: Buffer = Buffer.alloc(0);
	let stream: Transform | undefined;
	let plain = false;
	let failed: Error | undefined;
	let dropped = false;
	let wake: (() => void) | undefined;
	const fail = (error: Error) => {
		failed ??= error;
		wake?.();
	};
	const hand = (bytes: Buffer) => {
		if (failed !== undefined || dropped) return;
		try {
			give(bytes);
		} catch (error) {
			fail(error as Error);
			stream?.destroy();
		}
	};
	const start = () => {
		const zipped = held[0] === 0x1f && held[1] === 0x8b;
		const zstd = held.length >= 4 && held.readUInt32LE(0) === 0xfd2fb528;
		plain = !zipped && !zstd;
		if (plain) return;
		stream = zipped ? createGunzip({ chunkSize: 1 << 18 }) : createZstdDecompress({ chunkSize: 1 << 18 });
		stream.on("data", hand).on("error", fail);
	};
	const push = (bytes: Buffer): Promise<void> | undefined => {
		if (failed !== undefined) throw failed;
		if (stream === undefined) {
			hand(bytes);
			return undefined;
		}
		if (stream.write(bytes)) return undefined;
		const ready = Promise.withResolvers<void>();
		wake = () => (failed === undefined ? ready.resolve() : ready.reject(failed));
		stream.once("drain", wake);
		return ready.promise;
	};
	return {
		take(chunk: Uint8Array): Promise<void> | undefined {
			const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
			if (stream !== undefined || plain) return push(bytes);
			held = Buffer.concat([held, bytes]);
			if (held.length < 4) return undefined;
			start();
			return push(held);
		},
		async end(): Promise<void> {
			if (stream === undefined && !plain) hand(held);
			if (stream !== undefined && failed === undefined) {
				const ended = Promise.withResolvers<void>();
				wake = () => (failed === undefined ? ended.resolve() : ended.reject(failed));
				stream.once("end", wake);
				stream.end();
				await ended.promise;
			}
			if (failed !== undefined) throw failed;
		},
		drop() {
			dropped = true;
			stream?.destroy();
		},
	};
}
