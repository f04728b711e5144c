import pLimit from "p-limit";
import type { Catalog, Service } from "../../model/service/service.ts";
import {
	type AllServiceInputs,
	type CachedFiles,
	type ReadBaseConfig,
	readServiceInputs,
} from "../../model/service/service-inputs.ts";
import { canonicalPlatforms } from "./check-platforms.ts";

/** How far a selection reaches: to what its images are built from, or also to what they need to run. */
export type SelectionScope = "to-build" | "to-run";

type Read = AllServiceInputs[number];

export interface InputReader {
	/**
	 * What services are built from, and all that they reach, on these platforms; on all of theirs where none is named. Each is read once. `tell` gets each
	 * as soon as it is read.
	 */
	readAll(
		services: readonly Service[],
		platforms: readonly string[],
		reach: SelectionScope,
		tell?: (one: Read) => void,
	): Promise<AllServiceInputs>;
}

export function inputReader(catalog: Catalog, files: CachedFiles, readBaseConfig?: ReadBaseConfig): InputReader {
	const known = new Map<Service, Map<string, Promise<Read>>>();
	/** So many between two looks at what has come in. */
	const few = pLimit(16);
	const read = async (service: Service, platform: string) => {
		const found = await readServiceInputs(service, platform, catalog, files, readBaseConfig);
		return "trace" in found ? found : { service, platform, problems: found };
	};
	const readOnce = (service: Service, platform: string) => {
		const mine = known.get(service) ?? new Map<string, Promise<Read>>();
		known.set(service, mine);
		const found = mine.get(platform) ?? read(service, platform);
		mine.set(platform, found);
		return found;
	};
	return {
		async readAll(services, platforms, reach, tell) {
			const inputs: Read[] = [];
			const seen = new Set<string>();
			const wantedPlatforms = canonicalPlatforms(platforms);
			let next = services;
			while (next.length > 0) {
				for (const { name } of next) seen.add(name);
				const wanted = next.flatMap((service) =>
					service.platforms.flatMap((platform) =>
						platforms.length === 0 || wantedPlatforms.includes(platform) ? [{ service, platform }] : [],
					),
				);
				const now = await Promise.all(
					wanted.map(({ service, platform }) =>
						few(async () => {
							const one = await readOnce(service, platform);
							tell?.(one);
							return one;
						}),
					),
				);
				inputs.push(...now);
				const needs = reach === "to-run" ? next.flatMap((service) => service.needs) : [];
				const names = new Set([...needs, ...now.flatMap((one) => ("from" in one ? Object.values(one.from) : []))]);
				next = catalog.services.filter(({ name }) => names.has(name) && !seen.has(name));
			}
			return inputs;
		},
	};
}
