import pLimit from "p-limit";
import type { BlobReader, Registry } from "../../../adapters/registry/registry.ts";
import type { Descriptor } from "../../../model/oci/manifest.ts";
import type { ByteProgress } from "../../../util/progress.ts";
import type { LayerContent } from "./layer-content.ts";

/** Opens a reader of one layer; loaded when the first one is read. */
export type OpenReader = () => Promise<() => BlobReader<LayerContent>>;

/** Unpacking is the machine's own work: more at once only takes memory. */
const atOnce = 4;

/** Keeps what was read of layers between runs, by digest. Neither call rejects: a layer that is not there is read again. */
export interface LayerCache {
	read(digest: string): Promise<LayerContent | undefined>;
	write(digest: string, layer: LayerContent): Promise<void>;
}

type Source = Pick<Registry, "readBlob" | "hasBlob">;

/** Layers, each streamed once however many images share it, and forgotten after the last that does. */
export class LayerStore {
	readonly #registry: Source;
	readonly #open: OpenReader;
	readonly #cache: LayerCache | undefined;
	readonly #layers = new Map<string, Promise<LayerContent>>();
	readonly #uses = new Map<string, number>();
	/** Undefined: could not be read there, which need not be so elsewhere. */
	readonly #ahead = new Map<string, Promise<LayerContent | undefined>>();
	readonly #few = pLimit(atOnce);
	/** Of each layer that is or was streamed, how many bytes came; where it breaks off it begins again. */
	readonly #came = new Map<string, number>();
	#over = false;
	#read = 0;
	#bytes = 0;

	/** With a cache, the registry is only asked whether it has a layer that was read before. */
	constructor(registry: Source, open: OpenReader, cache?: LayerCache) {
		this.#registry = registry;
		this.#open = open;
		this.#cache = cache;
	}

	/** Told of every image before any is read. */
	retain(layers: readonly Descriptor[]): void {
		for (const { digest } of layers) this.#uses.set(digest, (this.#uses.get(digest) ?? 0) + 1);
	}

	/** All layers of an image, in their order. Rejects with what is wrong with the first that cannot be read. */
	readAll(repository: string, layers: readonly Descriptor[]): Promise<readonly LayerContent[]> {
		return Promise.all(layers.map((layer) => this.#one(repository, layer)));
	}

	/** How much of an image was streamed, compressed: as it is whenever it is asked. */
	progressOf(layers: readonly Descriptor[]): ByteProgress {
		const distinct = [...new Map(layers.map((layer) => [layer.digest, layer])).values()];
		const came = this.#came;
		return {
			get done() {
				return distinct.reduce((sum, { digest }) => sum + (came.get(digest) ?? 0), 0);
			},
			total: distinct.reduce((sum, { size }) => sum + size, 0),
		};
	}

	/** Reads layers that images will most likely have, from where they are now, until `endAhead`. */
	prefetch(repository: string, layers: readonly Descriptor[]): void {
		for (const layer of layers)
			if (!this.#layers.has(layer.digest) && !this.#ahead.has(layer.digest))
				this.#ahead.set(
					layer.digest,
					this.#stream(repository, layer, (reader) => this.#whileWanted(reader)).catch(() => undefined),
				);
	}

	/** No image is to come: what is read ahead holds up nobody. */
	cancelPrefetch(): void {
		this.#over = true;
	}

	release(layers: readonly Descriptor[]): void {
		for (const { digest } of layers) {
			const left = (this.#uses.get(digest) ?? 1) - 1;
			this.#uses.set(digest, left);
			if (left <= 0) this.#layers.delete(digest);
		}
	}

	/** What was streamed so far, compressed. */
	get total(): { readonly read: number; readonly bytes: number } {
		return { read: this.#read, bytes: this.#bytes };
	}

	#one(repository: string, layer: Descriptor): Promise<LayerContent> {
		const known = this.#layers.get(layer.digest);
		if (known !== undefined) return known;
		const reading = this.#aheadOrNow(repository, layer);
		this.#layers.set(layer.digest, reading);
		return reading;
	}

	async #aheadOrNow(repository: string, layer: Descriptor): Promise<LayerContent> {
		return (await this.#ahead.get(layer.digest)) ?? this.#stream(repository, layer);
	}

	#stream(
		repository: string,
		layer: Descriptor,
		as = (reader: BlobReader<LayerContent>) => reader,
	): Promise<LayerContent> {
		const { digest, size } = layer;
		return this.#few(async () => {
			const cached = await this.#cache?.read(digest);
			if (cached !== undefined && (await this.#registry.hasBlob(repository, digest))) return cached;
			const open = await this.#open();
			this.#read += 1;
			this.#bytes += size;
			const read = await this.#registry.readBlob(repository, layer, () => this.#counted(layer, as(open())));
			await this.#cache?.write(digest, read);
			return read;
		});
	}

	#counted({ digest }: Descriptor, reader: BlobReader<LayerContent>): BlobReader<LayerContent> {
		this.#came.set(digest, 0);
		return {
			...reader,
			take: (chunk) => {
				this.#came.set(digest, (this.#came.get(digest) ?? 0) + chunk.length);
				return reader.take(chunk);
			},
		};
	}

	#whileWanted(reader: BlobReader<LayerContent>): BlobReader<LayerContent> {
		return {
			...reader,
			take: (chunk) => {
				if (this.#over) throw new Error("nobody wants it any more");
				return reader.take(chunk);
			},
		};
	}
}
