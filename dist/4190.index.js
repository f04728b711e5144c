export const id=4190
export const ids=[4190]
export const modules={75747:((e,n,t)=>{t.d(n,{Bu:()=>addEmulatedPlatforms,IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,ez:()=>d,kj:()=>readBuilder,p7:()=>engineProblems})
var i=t(62088)
var o=t(39893)
var r=t(85465)
var s=t(16496)
const a={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:t,signal:i,needs:r}=n
const s=r===undefined||r.build===true||r.platforms!==undefined
const[a,d]=await Promise.all([e(["info","--format","{{json .}}"],(0,o.s)({signal:i})).catch(()=>undefined),s?inspectBuilder(e,{builder:t,signal:i}):undefined])
i?.throwIfAborted()
if(a===undefined)return{containerdStore:false}
return{...readInfo(a.stdout,a.stderr),...(0,o.s)({builder:d})}}async function inspectBuilder(e,{builder:n,signal:t}){const i=["buildx","inspect",...n===undefined?[]:["--",n]]
const r=await e(i,(0,o.s)({signal:t})).catch(()=>undefined)
return r&&addEmulatedPlatforms(readBuilder(r),process.env[d])}const d="LUCID_EMULATED"
function addEmulatedPlatforms(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){const t=(0,s.Ag)((0,s.qF)(e))??{}
const i=(0,s.Ag)(t.ClientInfo)
const r=Array.isArray(i?.Plugins)?i.Plugins.map(s.Ag):[]
const plugin=e=>(0,s.E3)(r.find(n=>n?.Name===e)?.Version)
const[a,d]=[(0,s.E3)(t.ServerVersion),(0,s.E3)(i?.Version)]
const u=(0,s.LD)(t.ServerErrors)?.join("; ")||n.trim()||"no daemon responds"
const l=(0,s.E3)(t.Architecture)
const f=c[l??""]??l
const[g,m]=[(0,s.E3)(t.Name),(0,s.E3)(t.KernelVersion)]
const h=t.DriverStatus
return{...(0,o.s)({client:d}),...a!==undefined?{server:a}:{unreachable:u},...a!==undefined&&f!==undefined&&{native:`${(0,s.E3)(t.OSType)??"linux"}/${f}`},...g!==undefined&&m!==undefined&&{machine:{name:g,kernel:m}},...(0,o.s)({mirrors:(0,s.LD)((0,s.Ag)(t.RegistryConfig)?.Mirrors),buildx:plugin("buildx"),compose:plugin("compose")}),containerdStore:Array.isArray(h)&&h.some(e=>e?.[1]==="io.containerd.snapshotter.v1")}}const c={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function readBuilder({exitCode:e,stdout:n,stderr:t}){const field=e=>new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]?.trim()
const i=field("Name")
const r=field("Error")??(e===0?undefined:t.trim())
if(i===undefined)return r===undefined?undefined:{name:"",driver:"",platforms:[],error:r}
const s=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
const a=[...n.matchAll(/^Endpoint:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.trim())
return{...{name:i,driver:field("Driver")??"",platforms:[...new Set(s)]},...a.length>0&&{endpoints:a},...(0,o.s)({error:r})}}function canRun(e,n){const normalize=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>normalize(e)===normalize(n))}function requireEngine(e,n){const t=engineProblems(e,n)
if(t.length>0)throw new r.yo(t)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"docker is not installed",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and make sure that docker is in PATH"}]
const t=[]
if(e.server===undefined)t.push({code:"engine/not-running",message:"no Docker daemon responds",...(0,o.s)({why:e.unreachable}),fix:"start Docker (systemctl start docker, or Docker Desktop), or set DOCKER_HOST or DOCKER_CONTEXT to a running "+"one; if permission was denied, join the group docker"})
else t.push(...tooOld("Docker Engine",e.server,a.server,"engine/too-old"))
if(n.build)t.push(...buildProblems(e))
if(n.smoke)t.push(...pluginProblems("compose","Docker Compose",e.compose))
if(t.length===0)t.push(...platformProblems(e,n.platforms??[]))
return t}function buildProblems(e){const n=[...pluginProblems("buildx","buildx",e.buildx)]
const{builder:t}=e
if(e.server===undefined||e.buildx===undefined||t===undefined)return n
if(t.error!==undefined)n.push({code:"engine/builder",message:`the builder ${t.name||"that was named"} is unusable`,why:t.error,fix:"see `docker buildx ls`; `docker buildx use default` selects Docker's own builder"})
else if(t.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine uses its old image store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a separate builder",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or '+"`docker buildx create --driver=docker-container --use`"})
return n}function platformProblems({builder:e,native:n},t){const i=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return t.filter(e=>!canRun(i,e)).map(n=>({code:"engine/platform",message:`cannot run ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${i.join(", ")||"nothing"}`,fix:"use a machine of that platform (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: "+`\`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, `+"or the package qemu-user-static"}))}function pluginProblems(e,n,t){if(t!==undefined)return tooOld(n,t,a[e],`engine/${e}-too-old`)
const i=`install the package docker-${e}-plugin`
return[{code:`engine/${e}-missing`,message:`${n} is not installed`,fix:i}]}function tooOld(e,n,t,o){const r=i.coerce(n)
if(r===null||i.gte(r,t))return[]
return[{code:o,message:`${e} ${n} is too old`,fix:`install ${e} ${t} or newer`}]}}),34190:((e,n,t)=>{t.r(n)
t.d(n,{doctor:()=>doctor})
var i=t(51455)
var o=t(76760)
var r=t(75747)
var s=t(39893)
var a=t(85465)
var d=t(63773)
var c=t(71869)
var u=t(11886)
const l=1e4
async function checkRegistries({services:e},{registryTokenHosts:n},t){const i=(0,c.br)(n)
const o=new Set(e.flatMap(({image:e,copies:n=[]})=>[e,...n]))
const r=Map.groupBy(o,e=>(0,u.F2)(e).host)
const s=await Promise.all([...r].map(([e,n])=>checkRegistry(e,n,{...t,tokenHosts:i})))
return s.flat()}async function checkRegistry(e,n,{exec:t,env:i,signal:o,progress:r,tokenHosts:s}){const a=(0,c.d8)({exec:t,env:i,signal:o})
const d={tries:1,firstMs:1e3,maxMs:1e3,maxRetryAfterMs:1e3}
const u={deadlineMs:l,idleMs:l,retry:d}
const f=(0,c.Me)({auth:a,tokenHosts:s,env:i,signal:o,progress:r,...u})
const[g,m]=await Promise.all([a(e).catch(e=>e),f.head(`${n[0]}:lucid-doctor`).catch(e=>e)])
o.throwIfAborted()
const h=`registry:${e}`
const p=loginCheck(e,g)
const w={id:h,state:"good",found:`${e} responds`}
if(!(m instanceof Error))return[w,p,...await rightsChecks(e,n,f,o)]
const[k]=m instanceof c.gl?m.problems:[]
if(k?.code==="registry/denied"){if(g===undefined)return[w,p]
if(m instanceof c.gl&&m.status===403)return[w,p,...await rightsChecks(e,n,f,o)]
return[w,{...toFailure(p.id,k),found:`${e} rejects the stored login`}]}if(k!==undefined)return[toFailure(h,k),p]
return[{id:h,state:"failed",found:m.message,fix:"check the name, and that this machine can reach it"},p]}async function rightsChecks(e,n,t,i){const o=await Promise.all(n.map(async e=>{const n=await t.checkPush(e).catch(e=>e)
const[i]=n instanceof c.gl?n.problems:[]
const o=i?.why??n?.message
return n===undefined?[]:[{repository:(0,u.F2)(e).repository,why:o,fix:i?.fix}]}))
i.throwIfAborted()
const r=`rights:${e}`
const a=Map.groupBy(o.flat(),({why:e,fix:n})=>JSON.stringify([e,n]))
if(a.size===0){const t=n.length===1?"the one repository":`all ${n.length} repositories`
return[{id:r,state:"good",found:`${t} of ${e} can be pushed to`}]}return[...a.values()].map(e=>{const[{why:n,fix:t}={}]=e
const i=e.map(({repository:e})=>e)
const o=i.length>f?` and ${i.length-f} more`:""
const a=`cannot push to ${i.slice(0,f).join(", ")}${o}`
return{id:r,state:"failed",found:a,...(0,s.s)({why:n,fix:t})}})}const f=10
function loginCheck(e,n){const t=`login:${e}`
if(n instanceof Error)return{id:t,state:"failed",found:`cannot read the login for ${e}`,why:n.message,fix:`docker logout ${e}; docker login ${e}`}
if(n!==undefined)return{id:t,state:"good",found:`login for ${e}`}
if(/^(?:localhost|127\.|\[::1\])/.test(e))return{id:t,state:"good",found:`${e} is this machine and needs no login`}
return{id:t,state:"warning",found:`no login for ${e}`,why:"most registries require a login to push",fix:`docker login ${e}`}}function toFailure(e,{message:n,why:t,fix:i}){return{id:e,state:"failed",found:n,...(0,s.s)({why:t,fix:i})}}const g=2e4
async function doctor(e,n){const t=await readCatalog(e,n)
const i=[...new Set("services"in t?t.services.flatMap(e=>e.platforms):["linux/arm64"])]
const[o,r]=await Promise.all([gitCheck(e,n),inspectWithTimeout(e,n)])
const[s,a]=await Promise.all(["services"in t?checkRegistries(t,e,n):[],diskCheck(r.root,e.minDisk,n)])
const d="services"in t?catalogCheck(t,e):t
const c=[nodeCheck(),o,...engineChecks(r.engine,i),d,...s,a]
return{kind:"lucid.doctor",version:1,checks:c}}const good=(e,n)=>({id:e,state:"good",found:n})
const skipped=(e,n)=>({id:e,state:"skipped",found:n})
const failed=(e,{message:n,why:t,fix:i},o="failed")=>({...{id:e,state:o,found:n},...(0,s.s)({why:t,fix:i})})
function nodeCheck(){const{node:e}=process.versions
if(Number.parseInt(e,10)>=24)return good("node",`Node ${e}`)
return failed("node",{message:`Node ${e} is too old`,fix:"install Node 24 or newer (https://nodejs.org)"})}async function gitCheck({catalog:e},{exec:n,cwd:t,signal:i}){const r={cwd:o.dirname(o.resolve(t,e)),signal:i}
const run=e=>n(["git","-c","safe.directory=*",...e],r).catch(()=>undefined)
const s=(await run(["--version"]))?.stdout.trim().replace(/^git version /,"")
if(s===undefined)return failed("git",{message:"there is no git command",why:"image tags and dates come from commits",fix:"install the package git"})
const a=await run(["rev-parse","--is-shallow-repository"])
if(a?.exitCode!==0)return failed("git",{message:`git ${s}, but this folder is not a repository`,why:"without a commit, images get no tag with a commit",fix:"git init && git add . && git commit"},"warning")
if(a.stdout.trim()==="true")return failed("git",{message:`git ${s}, but the clone is shallow`,why:"the newer of two commits is not always known",fix:"run git fetch --unshallow; in a workflow, set fetch-depth: 0"},"warning")
const d=await run(["rev-parse","--verify","--quiet","HEAD"])
if(d?.exitCode===0)return good("git",`git ${s}`)
return failed("git",{message:`git ${s}, but there is no commit`,fix:"git add . && git commit"},"warning")}async function inspectWithTimeout(e,{docker:n,signal:t}){const i=AbortSignal.any([t,AbortSignal.timeout(g)])
const o=e.builder===undefined?{}:{builder:e.builder}
try{const e=await(0,r.P7)(n,{...o,signal:i})
if(e.server===undefined)return{engine:e}
const t=await n(["info","--format","{{.DockerRootDir}}"],{signal:i}).catch(()=>undefined)
const s=t?.stdout.trim()
return{engine:e,...s&&{root:s}}}catch(e){t.throwIfAborted()
if(!i.aborted)throw e
return{engine:{containerdStore:false,unreachable:`docker did not respond within ${g/1e3} s`}}}}function engineChecks(e,n){const[t]=(0,r.p7)(e,{})
const i=["image-store","buildx","compose",...n.map(e=>`platform:${e}`)]
if(t!==undefined&&e.server===undefined)return[failed("engine",t),...i.map(e=>skipped(e,"not checked without an engine"))]
const o=(0,r.p7)(e,{build:true}).filter(({code:e})=>e!==t?.code)
const check=(e,n,t,i)=>{const o=t.find(({code:e})=>n.test(e))
return o===undefined?good(e,i):failed(e,o)}
const{builder:s}=e
const a=e.containerdStore?"containerd image store":`builder ${s?.name} (${s?.driver}) has its own store`
const d=(0,r.p7)(e,{smoke:true})
return[t===undefined?good("engine",`Docker Engine ${e.server}, ${e.native}`):failed("engine",t),check("image-store",/image-store/,o,a),check("buildx",/buildx|builder/,o,`buildx ${e.buildx}, builder ${s?.name??"unknown"}`),check("compose",/compose/,d,`Compose ${e.compose}`),...n.map(n=>platformCheck(n,e))]}function platformCheck(e,n){const t=`platform:${e}`
const{native:i,builder:o}=n
const s=o?.platforms.length?o.platforms:i===undefined?[]:[i]
if((0,r.Q2)(s,e))return good(t,i!==undefined&&(0,r.Q2)([i],e)?`${e}, natively`:`${e}, emulated`)
const a=(0,r.p7)({...n,server:n.server??"999.0.0"},{platforms:[e]}).find(({code:e})=>e==="engine/platform")
return a===undefined?skipped(t,"unknown without a working engine"):failed(t,a)}async function readCatalog(e,n){try{return await(0,d.O_)(e,n)}catch(n){if(!(n instanceof a.yo))throw n
const[t]=n.problems
if(t?.code==="catalog/unreadable")return{id:"catalog",state:"warning",found:`${e.catalog} does not exist`,fix:"run lucid init to create one; without it, doctor checks linux/arm64 and no registry"}
const i=n.problems.length
return{id:"catalog",state:"failed",found:`${e.catalog} has ${i} mistake${i===1?"":"s"}`,...t&&{why:t.message},fix:"run lucid lint to list them"}}}function catalogCheck({services:e,planned:n},{catalog:t}){const i=e.filter(({problems:e})=>e!==undefined)
const o=`${t}: ${e.length} service${e.length===1?"":"s"}${n.length>0?`, ${n.length} planned`:""}`
if(i.length===0)return good("catalog",o)
const r=`${i.map(({name:e})=>e).join(", ")} cannot be built`
return{id:"catalog",state:"failed",found:o,why:r,fix:"run lucid lint to see why"}}const m=1e9
async function diskCheck(e,n,{cwd:t}){const o=e===undefined?undefined:await(0,i.statfs)(e).catch(()=>undefined)
const r=o??await(0,i.statfs)(t).catch(()=>undefined)
if(r===undefined)return skipped("disk","the free space is unknown here")
const s=o===undefined?t:e??t
const a=r.bavail*r.bsize/m
const d=r.files>0&&r.ffree/r.files<.02
const c=`${a.toFixed(1)} GB free in ${s}`
if(a>=n&&!d)return good("disk",c)
const u=d?"less than 2 % of the inodes are free":`less than ${n} GB (--min-disk)`
const l="run docker system df to see what uses the space; docker builder prune and docker image prune --all free unused space"
return{id:"disk",state:"failed",found:c,why:u,fix:l}}})}
