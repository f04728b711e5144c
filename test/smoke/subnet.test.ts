import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseSubnet, subnetsOverlap } from "../../src/stages/smoke/engine/subnet.ts";

test("two networks overlap exactly when they share an address", () => {
	assert.ok(subnetsOverlap("172.20.0.0/16", "172.20.5.0/24"));
	assert.ok(subnetsOverlap("172.20.5.1/24", "172.20.5.128/25"), "the address inside a network does not matter");
	assert.ok(subnetsOverlap("0.0.0.0/0", "10.0.0.0/8"));
	assert.ok(!subnetsOverlap("172.20.0.0/16", "172.21.0.0/16"));
	assert.ok(!subnetsOverlap("172.20.0.0/16", "fd00::/64"));
	assert.ok(!subnetsOverlap("300.0.0.0/8", "44.0.0.0/8"));
});

test("the wanted subnet is used when it is free", () => {
	assert.deepEqual(chooseSubnet("172.20.0.0/16", [{ cidr: "172.17.0.0/16", by: "network bridge" }]), {
		subnet: "172.20.0.0/16",
	});
});

test("without a wanted subnet the engine chooses", () => {
	assert.deepEqual(chooseSubnet(undefined, []), {});
});

test("a free subnet of the same size replaces one in use, with a note", () => {
	const used = [
		{ cidr: "172.31.0.0/20", by: "interface eth0" },
		{ cidr: "172.20.128.0/17", by: "network shop" },
	];
	assert.deepEqual(chooseSubnet("172.20.0.0/16", used), {
		subnet: "172.30.0.0/16",
		note: "172.20.0.0/16 is in use (network shop); using 172.30.0.0/16 instead",
	});
	assert.equal(chooseSubnet("172.20.200.0/24", used).subnet, "172.30.0.0/24");
});

test("when nothing is free the engine chooses, with a note", () => {
	const used = [
		{ cidr: "10.0.0.0/8", by: "interface vpn" },
		{ cidr: "172.16.0.0/12", by: "interface lan" },
	];
	assert.deepEqual(chooseSubnet("172.20.0.0/16", used), {
		note: "172.20.0.0/16 is in use (interface lan); the engine chose another",
	});
});
