export const id=9012
export const ids=[9012]
export const modules={46814:((e,n,r)=>{r.d(n,{K:()=>readInputs})
var t=r(96251)
var i=r(55300)
var o=r(57741)
const a={"github-token":e=>[e],"registry-password":e=>[e],logins:o.g}
function readInputs(e){return Object.fromEntries((0,i.cz)(e,"action").map(({name:e})=>{const n=`INPUT_${e.toUpperCase()}`
if(process.env[n]===undefined)return[e,undefined]
const r=(0,t.V4)(e)
const i=a[e]
if(r!==""&&i!==undefined){for(const e of i(r))(0,t.Pq)(e)
delete process.env[n]}return[e,r]}))}}),99012:((e,n,r)=>{r.r(n)
r.d(n,{setup:()=>setup})
var t=r(96251)
var i=r(17048)
var o=r(56008)
var a=r(73091)
var s=r(40641)
var d=r(48791)
var c=r(62516)
var u=r(92882)
var l=r(46814)
var f=r(83142)
var m=r(32534)
var p=r(27994)
var g=r(65804)
var v=r(70054)
async function emulate(e,{name:n,origin:r}){const t=e.map(e=>e.split("/")[1]??e)
const{exitCode:i,stderr:a}=await(0,m.e)(["docker","run","--privileged","--rm",...r==="pulled"?[]:["--pull=never"],"--",n,"--install",[...new Set(t)].join(",")]).catch(e=>({exitCode:1,stderr:e.message}))
if(i!==0)throw new o.yo({code:"engine/emulation",message:`QEMU for ${e.join(", ")} cannot be registered`,why:(0,v.P)(a),fix:"run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner"})}var h=r(71658)
var b=r(44631)
async function setup(){const e=performance.now()
try{const n=(0,d.A)((0,l.K)("setup"),{env:process.env,cwd:process.cwd()})
const r=await(0,u.Df)(()=>prepare(n))
if(r.created!==undefined)(0,t.dN)("BUILDX_BUILDER",r.created)
if(r.emulated.length>0)(0,t.dN)(i.ez,r.emulated.join(","))
if(r.dockerConfig!==undefined){(0,t.dN)("DOCKER_CONFIG",r.dockerConfig);(0,t.dN)("BUILDX_CONFIG",process.env.BUILDX_CONFIG??"")}(0,t.uH)("builder",r.builder);(0,t.uH)("platforms",r.platforms.join(","));(0,t.uH)("emulated",r.emulated.join(","));(0,t.uH)("images",JSON.stringify(r.images))
console.log(`ready for ${n.platforms.join(", ")} in ${(0,b.F)(performance.now()-e)}`)}catch(e){await(0,u.TF)(e)
process.exitCode=(0,s.LL)(e)}}async function prepare(e){const n=await(0,b.a)(()=>(0,f.E8)(e),e=>e&&`logged in at ${e.hosts.join(", ")}`)
const r=await(0,b.a)(()=>(0,i.P7)(m.v),inWords)
const t=(0,i.p7)(r,{build:true,smoke:true})
const a=t.filter(({code:e})=>w.has(e))
if(t.length>a.length)throw new o.yo(t)
const s=await(0,p.z$)(a[0],e)
const d=e.emulate?await foreignPlatforms(r,s,e.platforms):[]
const c=await supplyOf(r,e)
const u={}
if(d.length>0){const n=await provided("binfmt",e.binfmtImage,c)
u.binfmt=n.origin
await(0,b.a)(()=>emulate(d,n),()=>`QEMU registered for ${d.join(", ")}`)
process.env[i.ez]=d.join(",")}const l={build:true,smoke:true,platforms:e.platforms}
if(s===undefined){const e=d.length>0?await(0,i.Wp)(m.v,l):checked(r,l)
return{...builderOf(e),created:undefined,emulated:d,dockerConfig:n?.folder,images:u}}console.log(`a builder is made for this job: ${s.why}`)
const g=await buildkitImage(s,e,c)
if(g!==undefined&&isHere(s,e))u.buildkit=g.origin
const v=await(0,b.a)(()=>(0,p.Ij)(s,e,g,c.mirrors),e=>`builder ${e} (${s.driver}) created`)
const h=await(0,i.Wp)(m.v,l,{builder:v})
return{...builderOf(h),created:v,builder:v,emulated:d,dockerConfig:n?.folder,images:u}}const w=new Set(["engine/image-store","engine/builder"])
function checked(e,n){const r=(0,i.p7)(e,n)
if(r.length>0)throw new o.yo(r)
return e}const builderOf=({builder:e})=>({builder:e?.name??"",platforms:e?.platforms??[]})
async function foreignPlatforms(e,n,r){const t=n?.driver??e.builder?.driver
if(t==="remote"||t==="kubernetes")return[]
const o=n?.nodes.flatMap(e=>e.platforms??[])??[]
const a=e.native===undefined?[]:[e.native]
const s=r.filter(e=>!(0,i.Q2)([...a,...o],e))
if(s.length===0)return[]
const d=e.builder?.driver==="docker"&&e.builder.platforms.length>0
const c=d?e.builder:(0,i.kj)(await(0,m.v)(["buildx","inspect","default"]))
return s.filter(e=>!(0,i.Q2)(c?.platforms??[],e))}async function supplyOf({native:e="linux/amd64",mirrors:n=[]},r){const t=(await(0,a.m)(process.env))?.event
const i=t?.kind==="pull_request"&&t.fork
const o=(0,c.ph)([...r.mirror].map(([e,n])=>`${e}=${n}`))
return{native:e,mirrors:(0,g.M)(o,n),cache:!r.cacheImages?"off":i?"read":"read-write"}}async function provided(e,n,r){const t={engine:"was in the engine",cache:"came out of the cache",registry:"was fetched",pulled:"is left to the engine"}
return(0,b.a)(()=>(0,h.P)(n,r),({origin:n})=>`the image of ${e} ${t[n]}`)}async function buildkitImage(e,n,r){if(e.driver==="remote"||n.driverOpts.some(e=>e.startsWith("image=")))return undefined
if(!isHere(e,n))return{name:n.buildkitImage,origin:"pulled"}
return provided("BuildKit",n.buildkitImage,r)}const isHere=({driver:e,nodes:n},{endpoint:r})=>e==="docker-container"&&n.length===0&&r===undefined
function inWords({server:e,buildx:n,compose:r,builder:t}){const i=[`Docker ${e??"does not answer"}`,`buildx ${n??"missing"}`,`Compose ${r??"missing"}`,t&&`builder ${t.name} (${t.driver}) for ${t.platforms.join(", ")}`]
return i.filter(Boolean).join(", ")}})}
