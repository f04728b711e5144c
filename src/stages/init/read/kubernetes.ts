import { parseAllDocuments } from "yaml";
import { defined } from "../../../util/defined.ts";
import { readObject } from "../../../util/json.ts";
import type { ProposedHealth } from "../propose/health.ts";

import { asList, type JsonObject } from "./json.ts";
import { withoutTag } from "./word-text.ts";

/** A container in a Kubernetes manifest. */
export interface ManifestContainer {
	readonly file: string;
	/** Possible service names: of the image, the workload, the container, in this order. */
	readonly names: readonly string[];
	readonly ports: readonly string[];
	readonly health?: ProposedHealth;
}

const workload = /^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Pod)\b/m;

/** The containers of a manifest; none for other files and templates. https://kubernetes.io/docs/concepts/workloads/ */
export function readKubernetesManifest(text: string, file: string): readonly ManifestContainer[] {
	if (!workload.test(text) || text.includes("{{")) return [];
	const documents = parseAllDocuments(text, { logLevel: "silent", uniqueKeys: false });
	if (!Array.isArray(documents)) return [];
	return documents.flatMap((document) => {
		if (document.errors.length > 0) return [];
		const manifest = readObject(document.toJS({ maxAliasCount: 100 }));
		const spec = readObject(manifest?.spec);
		const pod = readObject(readObject(spec?.template)?.spec) ?? spec;
		const owner = readObject(manifest?.metadata)?.name;
		return asList(pod?.containers).flatMap((container) => toContainer(readObject(container), owner, file));
	});
}

function toContainer(container: JsonObject | undefined, owner: unknown, file: string): ManifestContainer[] {
	if (container === undefined) return [];
	const image = withoutTag(String(container.image ?? ""))
		.split("/")
		.at(-1);
	const byName = new Map<unknown, number>();
	const ports = asList(container.ports).flatMap((value) => {
		const { containerPort, name, protocol } = readObject(value) ?? {};
		const port = Number(containerPort);
		if (!(port > 0)) return [];
		if (typeof name === "string") byName.set(name, port);
		return [`${port}${protocol === "UDP" ? "/udp" : ""}`];
	});
	const numberOf = (port: unknown) => byName.get(port) ?? Number(port);
	const health = probeOf(container.readinessProbe, numberOf) ?? probeOf(container.livenessProbe, numberOf);
	const names = [image, owner, container.name].filter((one): one is string => typeof one === "string" && one !== "");
	return [{ file, names, ports, ...defined({ health }) }];
}

/** A probe from outside; ports may be given by name, and exec probes are skipped. */
function probeOf(value: unknown, numberOf: (port: unknown) => number): ProposedHealth | undefined {
	const probe = readObject(value);
	const http = readObject(probe?.httpGet);
	if (http !== undefined && http.scheme !== "HTTPS" && numberOf(http.port) > 0)
		return { kind: "path", path: typeof http.path === "string" ? http.path : "/", port: numberOf(http.port) };
	for (const kind of ["grpc", "tcpSocket"] as const) {
		const port = numberOf(readObject(probe?.[kind])?.port);
		if (port > 0) return { kind: kind === "grpc" ? "grpc" : "tcp", port };
	}
	return undefined;
}
