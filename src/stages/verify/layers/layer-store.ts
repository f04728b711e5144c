import pLimit from "p-limit";
import type { BlobReader, Registry } from "../../../adapters/registry/registry.ts";
import type { Descriptor } from "../../../model/oci/manifest.ts";
import type { ByteProgress } from "../../../util/progress.ts";
import type { LayerContent } from "./layer-content.ts";

/** Opens a reader of one layer; loaded with the first layer. */
export type OpenReader = () => Promise<() => BlobReader<LayerContent>>;

/** Decompression uses the CPU: more at once only takes memory. */
const concurrentLayers = 4;

/** Layer contents between runs, by digest. Neither call rejects: a layer that is not cached is read again. */
export interface LayerCache {
	read(digest: string): Promise<LayerContent | undefined>;
	write(digest: string, layer: LayerContent): Promise<void>;
}

type LayerRegistry = Pick<Registry, "readBlob" | "hasBlob">;

/** Reads each layer once, however many images share it, and forgets it after the last of them. */
export class LayerStore {
	readonly #registry: LayerRegistry;
	readonly #open: OpenReader;
	readonly #cache: LayerCache | undefined;
	readonly #layers = new Map<string, Promise<LayerContent>>();
	readonly #uses = new Map<string, number>();
	/** Undefined: could not be read from that repository; another may have it. */
	readonly #prefetched = new Map<string, Promise<LayerContent | undefined>>();
	readonly #limit = pLimit(concurrentLayers);
	/** Bytes received of each layer; a retry starts at 0 again. */
	readonly #received = new Map<string, number>();
	#prefetchCancelled = false;
	#read = 0;
	#bytes = 0;

	/** For a cached layer, the store only checks that the registry has it. */
	constructor(registry: LayerRegistry, open: OpenReader, cache?: LayerCache) {
		this.#registry = registry;
		this.#open = open;
		this.#cache = cache;
	}

	/** Counts an image's use of its layers; call it for all images before any is read. */
	retain(layers: readonly Descriptor[]): void {
		for (const { digest } of layers) this.#uses.set(digest, (this.#uses.get(digest) ?? 0) + 1);
	}

	release(layers: readonly Descriptor[]): void {
		for (const { digest } of layers) {
			const left = (this.#uses.get(digest) ?? 1) - 1;
			this.#uses.set(digest, left);
			if (left <= 0) this.#layers.delete(digest);
		}
	}

	/** All layers of an image, in order. Rejects with the error of the first that cannot be read. */
	readAll(repository: string, layers: readonly Descriptor[]): Promise<readonly LayerContent[]> {
		return Promise.all(layers.map((layer) => this.#layer(repository, layer)));
	}

	/** Live progress of an image's layers, in compressed bytes. */
	progressOf(layers: readonly Descriptor[]): ByteProgress {
		const distinct = [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
		const received = this.#received;
		return {
			get done() {
				return distinct.reduce((sum, { digest }) => sum + (received.get(digest) ?? 0), 0);
			},
			total: distinct.reduce((sum, { size }) => sum + size, 0),
		};
	}

	/** Starts to read layers that coming images probably share. */
	prefetch(repository: string, layers: readonly Descriptor[]): void {
		for (const layer of layers)
			if (!this.#layers.has(layer.digest) && !this.#prefetched.has(layer.digest)) {
				const reading = this.#stream(repository, layer, (reader) => this.#unlessCancelled(reader));
				this.#prefetched.set(
					layer.digest,
					reading.catch(() => undefined),
				);
			}
	}

	/** Call it when no image is to come: a prefetch then delays nothing. */
	cancelPrefetch(): void {
		this.#prefetchCancelled = true;
	}

	/** Layers and compressed bytes read so far. */
	get total(): { readonly read: number; readonly bytes: number } {
		return { read: this.#read, bytes: this.#bytes };
	}

	#layer(repository: string, layer: Descriptor): Promise<LayerContent> {
		const existing = this.#layers.get(layer.digest);
		if (existing !== undefined) return existing;
		const reading = this.#prefetchedOrRead(repository, layer);
		this.#layers.set(layer.digest, reading);
		return reading;
	}

	async #prefetchedOrRead(repository: string, layer: Descriptor): Promise<LayerContent> {
		return (await this.#prefetched.get(layer.digest)) ?? this.#stream(repository, layer);
	}

	#stream(
		repository: string,
		layer: Descriptor,
		wrap = (reader: BlobReader<LayerContent>) => reader,
	): Promise<LayerContent> {
		const { digest, size } = layer;
		return this.#limit(async () => {
			const cached = await this.#cache?.read(digest);
			if (cached !== undefined && (await this.#registry.hasBlob(repository, digest))) return cached;
			const open = await this.#open();
			this.#read += 1;
			this.#bytes += size;
			const read = await this.#registry.readBlob(repository, layer, () => this.#counted(layer, wrap(open())));
			await this.#cache?.write(digest, read);
			return read;
		});
	}

	#counted({ digest }: Descriptor, reader: BlobReader<LayerContent>): BlobReader<LayerContent> {
		this.#received.set(digest, 0);
		return {
			...reader,
			take: (chunk) => {
				this.#received.set(digest, (this.#received.get(digest) ?? 0) + chunk.length);
				return reader.take(chunk);
			},
		};
	}

	#unlessCancelled(reader: BlobReader<LayerContent>): BlobReader<LayerContent> {
		return {
			...reader,
			take: (chunk) => {
				if (this.#prefetchCancelled) throw new Error("the prefetch was cancelled");
				return reader.take(chunk);
			},
		};
	}
}
