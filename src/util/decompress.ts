import type { Transform } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";

/**
 * Decompresses a layer in pieces: gzip, zstd or none, detected by its first bytes, because media types are not
 * reliable. Passes pieces of the tar archive to `onData`, in order. A promise of `take` is backpressure. `take` and
 * `end` throw decompression errors and those of `onData`.
 */
export function openDecompressor(onData: (bytes: Buffer) => void) {
	let head: Buffer = Buffer.alloc(0);
	let stream: Transform | undefined;
	let isPlain = false;
	let failed: Error | undefined;
	let cancelled = false;
	let wake: (() => void) | undefined;
	const fail = (error: Error) => {
		failed ??= error;
		wake?.();
	};
	const emit = (bytes: Buffer) => {
		if (failed !== undefined || cancelled) return;
		try {
			onData(bytes);
		} catch (error) {
			fail(error as Error);
			stream?.destroy();
		}
	};
	const start = () => {
		const isGzip = head[0] === 0x1f && head[1] === 0x8b;
		const isZstd = head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528;
		isPlain = !isGzip && !isZstd;
		if (isPlain) return;
		stream = isGzip ? createGunzip({ chunkSize: 1 << 18 }) : createZstdDecompress({ chunkSize: 1 << 18 });
		stream.on("data", emit).on("error", fail);
	};
	const push = (bytes: Buffer): Promise<void> | undefined => {
		if (failed !== undefined) throw failed;
		if (stream === undefined) {
			emit(bytes);
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
			if (stream !== undefined || isPlain) return push(bytes);
			head = Buffer.concat([head, bytes]);
			if (head.length < 4) return undefined;
			start();
			return push(head);
		},
		async end(): Promise<void> {
			if (stream === undefined && !isPlain) emit(head);
			if (stream !== undefined && failed === undefined) {
				const ended = Promise.withResolvers<void>();
				wake = () => (failed === undefined ? ended.resolve() : ended.reject(failed));
				stream.once("end", wake);
				stream.end();
				await ended.promise;
			}
			if (failed !== undefined) throw failed;
		},
		cancel() {
			cancelled = true;
			stream?.destroy();
		},
	};
}
