/** What `lucid doctor` found on a machine. */
export interface DoctorResult {
	readonly kind: "lucid.doctor";
	readonly version: 1;
	/** In the order they are looked at: each rests on those before it. */
	readonly checks: readonly DoctorCheck[];
}

export interface DoctorCheck {
	/** `node`, `git`, `engine`, `image-store`, `buildx`, `compose`, `platform:linux/arm64`, `registry:ghcr.io`, `login:ghcr.io`, `rights:ghcr.io`, `disk`, `catalog`. */
	readonly id: string;
	/** `warning`: it works, but something may come up; `skipped`: could not be looked at, since something before it is missing. */
	readonly state: "good" | "warning" | "failed" | "skipped";
	/** What was found, in a line. */
	readonly found: string;
	readonly why?: string;
	/** How to fix it. */
	readonly fix?: string;
}
