import pLimit from "p-limit";
import type { Catalog, Service } from "../../model/service/service.ts";
import {
	type AllServiceInputs,
	type CachedFiles,
	type ReadBaseConfig,
	readServiceInputs,
} from "../../model/service/service-inputs.ts";
import { canonicalPlatforms } from "./select-services.ts";

/** What belongs to a selection: what its images are built from, or also what they need to run. */
export type SelectionScope = "to-build" | "to-run";

type Read = AllServiceInputs[number];

export interface InputReader {
	/** The inputs of services and all that belongs to them, on these platforms, or all. `onRead` gets each at once. */
	readAll(
		services: readonly Service[],
		platforms: readonly string[],
		scope: SelectionScope,
		onRead?: (input: Read) => void,
	): Promise<AllServiceInputs>;
}

export function inputReader(catalog: Catalog, files: CachedFiles, readBaseConfig?: ReadBaseConfig): InputReader {
	const cached = new Map<Service, Map<string, Promise<Read>>>();
	// A limit lets responses of the registry be handled in between.
	const limit = pLimit(16);
	const read = async (service: Service, platform: string) => {
		const result = await readServiceInputs(service, platform, { catalog, files, readBaseConfig });
		return "trace" in result ? result : { service, platform, problems: result };
	};
	const readOnce = (service: Service, platform: string) => {
		const byPlatform = cached.get(service) ?? new Map<string, Promise<Read>>();
		cached.set(service, byPlatform);
		const result = byPlatform.get(platform) ?? read(service, platform);
		byPlatform.set(platform, result);
		return result;
	};
	return {
		async readAll(services, platforms, scope, onRead) {
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
				const added = await Promise.all(
					wanted.map(({ service, platform }) =>
						limit(async () => {
							const input = await readOnce(service, platform);
							onRead?.(input);
							return input;
						}),
					),
				);
				inputs.push(...added);
				const needs = scope === "to-run" ? next.flatMap((service) => service.needs) : [];
				const parents = added.flatMap((input) => ("from" in input ? Object.values(input.from) : []));
				const names = new Set([...needs, ...parents]);
				next = catalog.services.filter(({ name }) => names.has(name) && !seen.has(name));
			}
			return inputs;
		},
	};
}
