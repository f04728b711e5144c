export const id=1415
export const ids=[1415]
export const modules={39661:((e,t,n)=>{n.d(t,{P:()=>i})
const i="manual-build"}),91415:((e,t,n)=>{n.r(t)
n.d(t,{doctor:()=>doctor})
var i=n(51455)
var o=n(76760)
var r=n(17048)
var a=n(56008)
var s=n(62516)
const d=1e4
async function registryChecks({services:e},t){const n=new Map
for(const t of e.flatMap(({image:e,copies:t=[]})=>[e,...t])){const{host:e}=(0,s.F2)(t)
if(!n.has(e))n.set(e,t)}const i=await Promise.all([...n].map(([e,n])=>checkRegistry(e,n,t)))
return i.flat()}async function checkRegistry(e,t,{exec:n,env:i,signal:o}){const r=(0,s.d8)({exec:n,env:i,signal:o})
const a={tries:1,baseMs:1e3,capMs:1e3,retryAfterCapMs:1e3}
const c=(0,s.Me)({auth:r,env:i,signal:o,deadlineMs:d,idleMs:d,retry:a})
const[u,f]=await Promise.all([r(e).catch(e=>e),c.head(`${t}:lucid-doctor`).catch(e=>e)])
o.throwIfAborted()
const l=`registry:${e}`
const g=loginCheck(e,u)
if(!(f instanceof Error))return[{id:l,state:"good",found:`${e} answers`},g]
const[h]=f instanceof s.gl?f.problems:[]
if(h?.code==="registry/denied"){const t={id:l,state:"good",found:`${e} answers`}
if(u===undefined)return[t,g]
return[t,{...told(g.id,h),found:`${e} does not take the login that is there`}]}if(h!==undefined)return[told(l,h),g]
return[{id:l,state:"failed",found:f.message,fix:"see that the name is right and that this machine gets there"},g]}function loginCheck(e,t){const n=`login:${e}`
if(t instanceof Error)return{id:n,state:"failed",found:`the login of ${e} cannot be read`,why:t.message,fix:`docker logout ${e}; docker login ${e}`}
if(t!==undefined)return{id:n,state:"good",found:`a login for ${e}`}
if(/^(?:localhost|127\.|\[::1\])/.test(e))return{id:n,state:"good",found:`${e} is this machine: no login is needed`}
return{id:n,state:"warning",found:`no login for ${e}`,why:"without one most registries let nobody push",fix:`docker login ${e}`}}function told(e,{message:t,why:n,fix:i}){return{id:e,state:"failed",found:t,...n!==undefined&&{why:n},...i!==undefined&&{fix:i}}}var c=n(7078)
const u=2e4
async function doctor(e,t){const n=await readCatalog(e,t)
const i=[...new Set("services"in n?n.services.flatMap(e=>e.platforms):["linux/arm64"])]
const[o,r]=await Promise.all([gitCheck(e,t),lookAtEngine(e,t)])
const[a,s]=await Promise.all(["services"in n?registryChecks(n,t):[],diskCheck(r.root,e.minDisk,t)])
const d="services"in n?catalogCheck(n,e):n
const c=[nodeCheck(),o,...engineChecks(r.engine,i),d,...a,s]
return{kind:"lucid.doctor",version:1,checks:c}}const good=(e,t)=>({id:e,state:"good",found:t})
const skipped=(e,t)=>({id:e,state:"skipped",found:t})
const failed=(e,{message:t,why:n,fix:i},o="failed")=>({...{id:e,state:o,found:t},...n!==undefined&&{why:n},...i!==undefined&&{fix:i}})
function nodeCheck(){const{node:e}=process.versions
if(Number.parseInt(e,10)>=24)return good("node",`Node ${e}`)
return failed("node",{message:`Node ${e} is too old`,fix:"install Node 24 or newer (https://nodejs.org)"})}async function gitCheck({catalog:e},{exec:t,cwd:n,signal:i}){const r={cwd:o.dirname(o.resolve(n,e)),signal:i}
const run=e=>t(["git","-c","safe.directory=*",...e],r).catch(()=>undefined)
const a=(await run(["--version"]))?.stdout.trim().replace(/^git version /,"")
if(a===undefined)return failed("git",{message:"there is no git command",why:"commits name images, and date them",fix:"install the package git"})
const s=await run(["rev-parse","--is-shallow-repository"])
if(s?.exitCode!==0)return failed("git",{message:`git ${a}, but this is no repository`,why:"without a commit images get no tags that name one",fix:"git init, and commit"},"warning")
if(s.stdout.trim()==="true")return failed("git",{message:`git ${a}, a shallow clone`,why:"which of two commits is newer cannot always be told",fix:"git fetch --unshallow; in a workflow, fetch-depth: 0"},"warning")
const d=await run(["rev-parse","--verify","--quiet","HEAD"])
if(d?.exitCode===0)return good("git",`git ${a}`)
return failed("git",{message:`git ${a}, and no commit yet`,fix:"git add . && git commit"},"warning")}async function lookAtEngine(e,{docker:t,signal:n}){const i=AbortSignal.any([n,AbortSignal.timeout(u)])
const o=e.builder===undefined?{}:{builder:e.builder}
try{const e=await(0,r.P7)(t,{...o,signal:i})
if(e.server===undefined)return{engine:e}
const n=await t(["info","--format","{{.DockerRootDir}}"],{signal:i}).catch(()=>undefined)
const a=n?.stdout.trim()
return{engine:e,...a&&{root:a}}}catch(e){n.throwIfAborted()
if(!i.aborted)throw e
return{engine:{containerdStore:false,unreachable:`docker has not answered for ${u/1e3} s`}}}}function engineChecks(e,t){const[n]=(0,r.p7)(e,{})
const i=["image-store","buildx","compose",...t.map(e=>`platform:${e}`)]
if(n!==undefined&&e.server===undefined)return[failed("engine",n),...i.map(e=>skipped(e,"not looked at without an engine"))]
const o=(0,r.p7)(e,{build:true}).filter(({code:e})=>e!==n?.code)
const one=(e,t,n,i)=>{const o=n.find(({code:e})=>t.test(e))
return o===undefined?good(e,i):failed(e,o)}
const{builder:a}=e
const s=e.containerdStore?"images in containerd's store":`the builder ${a?.name} (${a?.driver}) keeps its own`
const d=(0,r.p7)(e,{smoke:true})
return[n===undefined?good("engine",`Docker Engine ${e.server}, ${e.native}`):failed("engine",n),one("image-store",/image-store/,o,s),one("buildx",/buildx|builder/,o,`buildx ${e.buildx}, builder ${a?.name??"unknown"}`),one("compose",/compose/,d,`Compose ${e.compose}`),...t.map(t=>platformCheck(t,e))]}function platformCheck(e,t){const n=`platform:${e}`
const{native:i,builder:o}=t
const a=o?.platforms.length?o.platforms:i===undefined?[]:[i]
if((0,r.Q2)(a,e))return good(n,i!==undefined&&(0,r.Q2)([i],e)?`${e}, natively`:`${e}, emulated`)
const s=(0,r.p7)({...t,server:t.server??"999.0.0"},{platforms:[e]}).find(({code:e})=>e==="engine/platform")
return s===undefined?skipped(n,"not known without a working engine"):failed(n,s)}async function readCatalog(e,t){try{return await(0,c.O_)(e,t)}catch(t){if(!(t instanceof a.yo))throw t
const[n]=t.problems
if(n?.code==="catalog/unreadable")return{id:"catalog",state:"warning",found:`there is no ${e.catalog}`,fix:"lucid init writes one; without it, linux/arm64 is looked for, and no registry"}
const i=t.problems.length
return{id:"catalog",state:"failed",found:`${e.catalog} has ${i} mistake${i===1?"":"s"}`,...n&&{why:n.message},fix:"lucid lint tells them all"}}}function catalogCheck({services:e,planned:t},{catalog:n}){const i=e.filter(({problems:e})=>e!==undefined)
const o=`${n}: ${e.length} service${e.length===1?"":"s"}${t.length>0?`, ${t.length} planned`:""}`
if(i.length===0)return good("catalog",o)
const r=`${i.map(({name:e})=>e).join(", ")} cannot be built`
return{id:"catalog",state:"failed",found:o,why:r,fix:"lucid lint says why"}}const f=1e9
async function diskCheck(e,t,{cwd:n}){const o=e===undefined?undefined:await(0,i.statfs)(e).catch(()=>undefined)
const r=o??await(0,i.statfs)(n).catch(()=>undefined)
if(r===undefined)return skipped("disk","free space cannot be told here")
const a=o===undefined?n:e??n
const s=r.bavail*r.bsize/f
const d=r.files>0&&r.ffree/r.files<.02
const c=`${s.toFixed(1)} GB free in ${a}`
if(s>=t&&!d)return good("disk",c)
const u=d?"next to no inodes are left":`less than ${t} GB (--min-disk)`
const l="docker system df tells what takes the space; docker builder prune and docker image prune --all give back what nothing uses"
return{id:"disk",state:"failed",found:c,why:u,fix:l}}}),7078:((e,t,n)=>{n.d(t,{O_:()=>openCatalog,cs:()=>openRegistries,oD:()=>openSource,rB:()=>openTree})
var i=n(51455)
var o=n(76760)
var r=n(90366)
var a=n(70651)
var s=n(56008)
var d=n(66552)
var c=n(26214)
var u=n(73024)
async function withOwnFolder(e,t,n){if(!(0,u.existsSync)(o.join(t,".git")))return e
const[i,r]=await Promise.all([e,n.head()])
const a=r?.id??"no commit"
const s=[{path:".git",kind:"dir",executable:false},{path:".git/HEAD",kind:"file",executable:false,oid:a}]
const d=i.entries.findIndex(e=>e.path>".git")
const c=d<0?i.entries.length:d
return{...i,entries:i.entries.toSpliced(c,0,...s)}}var f=n(39661)
const l="1970-01-01T00:00:00Z"
async function readSource(e,t={},n=(0,c.Hj)(e)){const[i,o,r,a,s]=await Promise.all([n.head(),isDirty(e,n),n.settings(),t.event===undefined?n.branch():undefined,t.defaultBranch??n.defaultBranch()])
const d=await named(e,t.revision)??(i!==undefined&&i.id===t.mergeOf?.merge?t.mergeOf.head:i?.id)
const u=d===undefined?undefined:await committed(e,d,i)
const g=t.url??webUrl(r.get("remote.origin.url")?.trim())
return{revision:d??f.P,committedAt:u===undefined?l:new Date(u*1e3).toISOString().replace(".000Z","Z"),dirty:o,event:t.event??{kind:"manual",...a!==undefined&&{branch:a}},...s&&{defaultBranch:s},...g&&{url:g},...t.title&&{title:t.title},...t.description&&{description:t.description},...t.licenses&&{licenses:t.licenses}}}async function committed(e,t,n){if(t===n?.id)return n.time
const i=await e(["show","-s","--format=%ct","--end-of-options",`${t}^{commit}`])
return i===undefined?n?.time:Number(i.trim())}async function isDirty(e,{staged:t,modified:n}){if((await t()??"")!=="")return true
if((await n()??"")==="")return false
return(await e(["status","--porcelain","--untracked-files=no","--","."])??"").trim()!==""}async function named(e,t){if(t===undefined||/^[0-9a-f]{40,64}$/.test(t))return t
const n=await e(["rev-parse","--verify","--quiet","--end-of-options",`${t}^{commit}`])
return n?.trim()||t}function webUrl(e){if(!e)return undefined
const t=/^(?:ssh:\/\/)?(?:[^@/]+@)?(?<host>[\w.-]+\.[a-z]+)(?::\d+)?[:/](?<path>[\w./~-]+?)(?:\.git)?\/?$/.exec(e)
const n=/^https?:\/\/(?:[^@/]+@)?(?<host>[^/]+)\/(?<path>[^?#]+?)(?:\.git)?\/?$/.exec(e)
const i=n?.groups??t?.groups
return i&&`https://${i.host}/${i.path}`}var g=n(65451)
var h=n(73091)
var m=n(84740)
var w=n(62516)
var p=n(33386)
async function openCatalog({catalog:e,registry:t},{cwd:n}){const a=o.resolve(n,e)
const c=o.relative(n,a)||e
const u=(0,p.I)({catalog:e},{cwd:n})
let f
try{f=await(0,i.readFile)(a,"utf8")}catch(e){throw new s.yo({code:"catalog/unreadable",message:"there is no catalog to read",at:{file:c},why:e instanceof Error?e.message:String(e),fix:"name it with --catalog, or write one: docs/catalog.md"},{cause:e})}const l=(0,d.DR)(u)
return(0,r.a)({file:c,text:f,root:u,host:l,...t!==undefined&&{registry:t}})}async function openSource({event:e,revision:t,date:n},i,{env:o,date:r=Date.now},a){const s={...await(0,h.m)(o),...e!==undefined&&{event:e},...t!==undefined&&{revision:t}}
const d=askedDate(n,r)
const c=await readSource(i,s,a)
return{...c,...d!==undefined&&{date:d}}}function askedDate(e,t){if(e==="commit")return undefined
const n=e==="now"?t():/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(e)?Date.parse(e):Number.NaN
if(Number.isNaN(n))throw new s.yo({code:"options/date",message:`${JSON.stringify(e.slice(0,100))} is no date`,fix:"write commit, now, or a date such as 2025-10-24T15:51:32Z"})
return new Date(n).toISOString().replace(/\.\d+Z$/,"Z")}async function openTree(e,t,n=(0,c.Hj)(t)){const i=await withOwnFolder((0,g.Z)(e,t,n),e,n)
const o=(0,a.Gc)(i.entries)
return{tree:i,files:(0,m.Km)(o,(0,d.jy)(e)),around:{tree:o,...(0,d.Vp)(e)}}}function openRegistries({mirror:e},{exec:t,env:n,signal:i}){const o=(0,w.ph)([...e].map(([e,t])=>`${e}=${t}`))
return(0,w.Me)({auth:(0,w.d8)({exec:t,env:n,signal:i}),mirrors:o,env:n,signal:i})}})}
