import { defined } from "../../util/defined.ts";
import { readList, readObject, readString, readStrings } from "../../util/json.ts";
import { type Descriptor, isAttestation } from "./manifest.ts";
import { normalizePlatform } from "./platform.ts";

/** An image on one platform, as the registry has it. */
export interface ImageFacts {
	/** The requested reference. */
	readonly ref: string;
	/** Digest of the platform's manifest. */
	readonly digest: string;
	readonly mediaType: string;
	/** Bytes of the manifest alone. */
	readonly manifestSize: number;
	/** Digest of the index, if the reference names one. */
	readonly indexDigest?: string;
	/** Provenance and SBOM manifests of this image. */
	readonly attestations: readonly Descriptor[];
	/** `linux/arm64`, from the image config. */
	readonly platform: string;
	readonly os: string;
	readonly architecture: string;
	readonly variant?: string;
	/** RFC 3339. */
	readonly created?: string;
	readonly user?: string;
	readonly workingDir?: string;
	readonly env: Readonly<Record<string, string>>;
	readonly entrypoint?: readonly string[];
	readonly command?: readonly string[];
	/** `8080/tcp`. */
	readonly exposedPorts: readonly string[];
	readonly labels: Readonly<Record<string, string>>;
	/** ONBUILD instructions. */
	readonly onbuild: readonly string[];
	readonly healthcheck?: ImageHealthcheck;
	/** The image config's `config` without labels. */
	readonly settings: Readonly<Record<string, unknown>>;
	/** Annotations of the manifest. */
	readonly annotations: Readonly<Record<string, string>>;
	/** Digests of the uncompressed layers, in order. */
	readonly diffIds: readonly string[];
	readonly history: readonly { readonly createdBy: string; readonly created?: string; readonly empty: boolean }[];
	/** Sizes are compressed bytes. */
	readonly layers: readonly Descriptor[];
	/** Compressed: config and layers, bytes. */
	readonly size: number;
}

/** Durations in milliseconds. */
export interface ImageHealthcheck {
	/** `["CMD", ...]`, `["CMD-SHELL", ...]` or `["NONE"]`. */
	readonly test: readonly string[];
	readonly interval?: number;
	readonly timeout?: number;
	readonly startPeriod?: number;
	readonly retries?: number;
}

/** The facts from the image config. */
export function readImageConfig(
	json: unknown,
): Omit<
	ImageFacts,
	"ref" | "digest" | "mediaType" | "manifestSize" | "indexDigest" | "attestations" | "annotations" | "layers" | "size"
> {
	const image = readObject(json);
	const config = readObject(image?.config);
	const os = readString(image?.os) ?? "linux";
	const architecture = readString(image?.architecture) ?? "unknown";
	const variant = readString(image?.variant);
	const healthcheck = readHealthcheck(config?.Healthcheck);
	const optional = {
		variant,
		created: readString(image?.created),
		user: readString(config?.User),
		workingDir: readString(config?.WorkingDir),
		entrypoint: readList(config?.Entrypoint),
		command: readList(config?.Cmd),
		healthcheck,
	};
	return {
		os,
		architecture,
		platform: normalizePlatform({ os, architecture, ...defined({ variant }) }),
		env: readEnv(config?.Env),
		exposedPorts: Object.keys(readObject(config?.ExposedPorts) ?? {}).sort(),
		labels: readStrings(config?.Labels),
		settings: Object.fromEntries(Object.entries(config ?? {}).filter(([name]) => name !== "Labels")),
		onbuild: readList(config?.OnBuild) ?? [],
		diffIds: readList(readObject(image?.rootfs)?.diff_ids) ?? [],
		history: (Array.isArray(image?.history) ? image.history : []).map(readStep),
		...present(optional),
	};
}

/** The attestations of an index for one manifest. */
export function attestationsOf(manifests: readonly Descriptor[], digest: string): readonly Descriptor[] {
	return manifests.filter((one) => isAttestation(one) && one.annotations?.["vnd.docker.reference.digest"] === digest);
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(values: T): Present<T> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}

function readEnv(json: unknown): Readonly<Record<string, string>> {
	return Object.fromEntries(
		(readList(json) ?? []).map((line) => {
			const equals = line.indexOf("=");
			return equals === -1 ? [line, ""] : [line.slice(0, equals), line.slice(equals + 1)];
		}),
	);
}

function readStep(json: unknown): ImageFacts["history"][number] {
	const step = readObject(json);
	const created = readString(step?.created);
	return {
		createdBy: readString(step?.created_by) ?? "",
		...defined({ created }),
		empty: step?.empty_layer === true,
	};
}

function readHealthcheck(json: unknown): ImageHealthcheck | undefined {
	const check = readObject(json);
	const test = readList(check?.Test);
	if (test === undefined) return undefined;
	// The config has nanoseconds; 0 is the default.
	const positive = (value: unknown) => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined);
	const ms = (value: unknown) => {
		const nanoseconds = positive(value);
		return nanoseconds === undefined ? undefined : nanoseconds / 1e6;
	};
	const retries = positive(check?.Retries);
	const timing = {
		interval: ms(check?.Interval),
		timeout: ms(check?.Timeout),
		startPeriod: ms(check?.StartPeriod),
		retries,
	};
	return { test, ...present(timing) };
}
