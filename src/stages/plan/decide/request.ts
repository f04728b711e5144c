import type { PlannedImage, PlannedReuse, PlannedTags, PlanRemark } from "../../../model/documents/plan.ts";
import type { Source } from "../../../model/documents/source.ts";
import type { RunnerMode } from "../../../model/job-matrix/pending-images.ts";
import type { Catalog, Service } from "../../../model/service/service.ts";
import type { ServiceInputs, UnreadableInputs } from "../../../model/service/service-inputs.ts";
import type { ImagePrefetch } from "../image-prefetch.ts";

export interface PlanRequest {
	readonly catalog: Catalog;
	readonly source: Source;
	readonly selected: readonly Service[];
	readonly force: boolean;
	/** Rebuilds images that are older than their ttl at this time, milliseconds since 1970. */
	readonly staleAt?: number;
	readonly runners?: RunnerMode;
	readonly maxJobs?: number | undefined;
	/** Also estimate what the matrix costs on GitHub. */
	readonly estimate?: boolean;
	/** Seconds that earlier builds of these images took, by `imageKey`. Only called if there is something to build. */
	readonly times?: (images: readonly PlannedImage[]) => Promise<ReadonlyMap<string, number>>;
	/** Per service and platform, for the selected services and all that they are built from. */
	readonly inputs: readonly (ServiceInputs | UnreadableInputs)[];
	/** Whose images are reused; undefined for those of any origin. */
	readonly reuse?: PlannedReuse;
	readonly tags: Readonly<Record<string, PlannedTags>>;
	/** The version that this run releases, by service, selected or not. */
	readonly versions?: ReadonlyMap<string, string>;
	readonly remarks?: readonly PlanRemark[];
	/** Services without inputs here that others are built from. */
	readonly parents?: readonly string[];
	/** Registry lookups that began while inputs were read. */
	readonly prefetch?: ImagePrefetch;
}
