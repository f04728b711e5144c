import type { Service } from "./service.ts";
import { type VerifyCheckId, verifyChecks } from "./verify-checks.ts";

/** What a failure of one of verify's checks means for a service: `error` stops it. Undefined where the catalog switches the check off. */
export function verifyCheckLevel({ verify, policy }: Service, id: VerifyCheckId): "error" | "warning" | undefined {
	const level = verify.checks?.[id] ?? verifyChecks.find((one) => one.id === id)?.level;
	if (level !== "error" && level !== "warning") return undefined;
	return policy.verify === "required" ? level : "warning";
}
