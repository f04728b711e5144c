export const id=862
export const ids=[862]
export const modules={27994:((e,n,t)=>{t.d(n,{Ij:()=>createBuilder,iq:()=>removeBuilder,xm:()=>h,z$:()=>wantedBuilder})
var i=t(77598)
var r=t(51455)
var o=t(48161)
var s=t(76760)
var a=t(96251)
var c=t(56008)
var d=t(92882)
var f=t(32534)
var u=t(65804)
var l=t(70054)
const h="builder"
async function wantedBuilder(e,n){const i=[n.driver!=="auto"&&"driver",n.driverOpts.length>0&&"driver-opts",n.endpoint!==undefined&&"endpoint",n.nodes!==undefined&&"nodes",n.buildkitdConfig!==undefined&&"buildkitd-config",n.maxParallelism!==undefined&&"max-parallelism"].filter(e=>e!==false)
const r=n.nodes===undefined?[]:(await Promise.all([t.e(2311),t.e(8815),t.e(2611)]).then(t.bind(t,84992))).readNodes(n.nodes)
clashes(n)
if(i.length===0&&e===undefined)return undefined
const o=n.driver==="auto"?"docker-container":n.driver
return{driver:o,nodes:r,why:i.length>0?`asked for by ${i.join(", ")}`:e?.message??""}}function clashes({nodes:e,endpoint:n,buildkitdConfig:t,maxParallelism:i,driver:r}){const problem=(e,n)=>new c.yo({code:"options/value",message:e,fix:n})
if(e!==undefined&&n!==undefined)throw problem("nodes and endpoint both say where to build","give the endpoint to one of the nodes")
if(t!==undefined&&i!==undefined)throw problem("buildkitd-config and max-parallelism are both given","write max-parallelism into the file")
if(r==="remote"&&(t!==undefined||i!==undefined))throw problem("a remote BuildKit is configured where it runs","leave out buildkitd-config and max-parallelism")
if(r==="remote"&&n===undefined&&e===undefined)throw problem("the remote driver does not know where","set endpoint, such as tcp://buildkit:1234, or nodes")}async function createBuilder(e,n,t,u){const m=`lucid-${(0,i.randomBytes)(4).toString("hex")}`;(0,d.HU)(()=>(0,a.LZ)(h,m))
const g=await(0,r.mkdtemp)((0,s.join)(process.env.RUNNER_TEMP||(0,o.tmpdir)(),"lucid-builder-"))
try{const i=await configFile(e,n,u,g)
const r=e.nodes.length>0?e.nodes:[{}]
for(const[o,s]of r.entries()){const a=s.endpoint??n.endpoint
const d=o===r.length-1
const{exitCode:u,stderr:h}=await(0,f.e)(["docker",...["buildx","create",`--name=${m}`,`--driver=${e.driver}`],...o===0?[]:["--append"],...s.name===undefined?[]:[`--node=${s.name}`],...s.platforms===undefined?[]:[`--platform=${s.platforms.join(",")}`],...t===undefined?[]:[`--driver-opt=image=${t.name}`],...[...n.driverOpts,...s["driver-opts"]??[]].map(e=>`--driver-opt=${e}`),...s["buildkitd-flags"]===undefined?[]:[`--buildkitd-flags=${s["buildkitd-flags"]}`],...i===undefined?[]:[`--buildkitd-config=${i}`],...d?["--bootstrap"]:[],...a===undefined?[]:["--",a]])
if(u!==0)throw new c.yo({code:"engine/builder",message:`a builder with the ${e.driver} driver cannot be created`,why:(0,l.P)(h),fix:"check driver, driver-opts, endpoint, nodes and buildkitd-config"})}}finally{await(0,r.rm)(g,{recursive:true,force:true})}process.env.BUILDX_BUILDER=m
return m}async function configFile({driver:e},n,t,i){if(n.buildkitdConfig!==undefined||e==="remote")return n.buildkitdConfig
const o=(0,u.H)(t,n.maxParallelism)
if(o===undefined)return undefined
console.log(o)
const a=(0,s.join)(i,"buildkitd.toml")
await(0,r.writeFile)(a,o)
return a}async function removeBuilder(e){const n=await(0,f.e)(["docker","buildx","rm","--force","--",e]).catch(()=>undefined)
if(n?.exitCode===0)return`builder ${e} removed`
return n?.stderr.includes(`no builder "${e}" found`)?undefined:`builder ${e} could not be removed`}}),65804:((e,n,t)=>{t.d(n,{H:()=>buildkitdConfig,M:()=>mirrorsOf})
function buildkitdConfig(e,n){const t=[]
if(n!==undefined)t.push(`[worker.oci]\n  max-parallelism = ${n}\n`)
for(const n of new Set(e.map(({from:e})=>e))){const i=e.filter(({from:e})=>e===n).map(({to:e})=>JSON.stringify(e))
t.push(`[registry.${JSON.stringify(n)}]\n  mirrors = [${i.join(", ")}]\n`)}const i=e.flatMap(({to:e,insecure:n})=>n?[e.split("/")[0]??e]:[])
for(const e of new Set(i))t.push(`[registry.${JSON.stringify(e)}]\n  http = true\n`)
return t.length===0?undefined:t.join("\n")}function mirrorsOf(e,n){const t=/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?(?:\/|$)/
const i=[...e].map(([e,n])=>({from:e,to:n,...t.test(n)&&{insecure:true}}))
const r=n.map(e=>{const n=e.replace(/^https?:\/\//,"").replace(/\/+$/,"")
return{from:"docker.io",to:n,...e.startsWith("http://")&&{insecure:true}}})
const o=[...i,...r]
return o.filter(({from:e,to:n},t)=>o.findIndex(t=>t.from===e&&t.to===n)===t)}}),70054:((e,n,t)=>{t.d(n,{P:()=>causeIn})
function causeIn(e){const n=e.split("\n").filter(e=>e.trim()!==""&&!/^Run '.+ --help'/.test(e))
return(n.at(-1)??"").replace(/^(?:docker|ERROR): /,"")}}),71658:((e,n,t)=>{t.d(n,{J:()=>g,P:()=>provideImage})
var i=t(51455)
var r=t(48161)
var o=t(76760)
var s=t(96251)
var a=t(49588)
var c=t(62516)
var d=t(92882)
var f=t(32534)
var u=t(95205)
var l=t(77598)
var h=t(73024)
var m=t(46466)
const hex=e=>e.slice("sha256:".length)
const blobPath=e=>(0,o.join)("blobs","sha256",hex(e))
async function fetchLayout(e,n,t,r){await(0,i.mkdir)((0,o.join)(r,"blobs","sha256"),{recursive:true})
const keep=(e,n)=>(0,i.writeFile)((0,o.join)(r,blobPath(e)),n)
const s=n.slice(0,n.indexOf("@"))
const manifestOf=async n=>{const t=await e.manifest(`${s}@${n}`)
if(t===undefined)throw new Error(`${s} has no ${n}`)
await keep(n,t.bytes)
return t.content}
const a=await manifestOf(n.slice(n.indexOf("@")+1))
const c=a.kind==="image"?a:await manifestOf(childOf(a.manifests,t).digest)
if(c.kind!=="image")throw new Error(`${n} holds an index where an image should be`)
await keep(c.config.digest,await e.blob(s,c.config.digest))
await Promise.all(c.layers.map(n=>e.readBlob(s,n,()=>toFile((0,o.join)(r,blobPath(n.digest))))))}async function openLayout(e,n,t){const read=async n=>{await check(e,n)
const t=await(0,i.readFile)((0,o.join)(e,blobPath(n)))
return{bytes:t,content:(0,c.WI)(JSON.parse(t.toString()))}}
const r=await read(n)
const s=r.content.kind==="index"?childOf(r.content.manifests,t):undefined
const{bytes:a,content:d}=s===undefined?r:await read(s.digest)
if(d.kind!=="image")throw new Error(`${n} holds an index where an image should be`)
await Promise.all([d.config,...d.layers].map(n=>check(e,n.digest)))
const{mediaType:f="application/vnd.oci.image.manifest.v1+json"}=JSON.parse(a.toString())
const u={mediaType:f,digest:s?.digest??n,size:a.length}
return{folder:e,manifest:u,config:d.config,layers:d.layers}}async function packLayout({folder:e,manifest:n,config:t,layers:r},s,a){const c=s.lastIndexOf(":")
const d={"io.containerd.image.name":s,"org.opencontainers.image.ref.name":s.slice(c+1)}
const u=[{Config:blobPath(t.digest),RepoTags:[s],Layers:r.map(({digest:e})=>blobPath(e))}]
const l={"oci-layout":{imageLayoutVersion:"1.0.0"},"index.json":{schemaVersion:2,manifests:[{...n,annotations:d}]},"manifest.json":u}
for(const[n,t]of Object.entries(l))await(0,i.writeFile)((0,o.join)(e,n),JSON.stringify(t))
const h=[n,t,...r].map(({digest:e})=>blobPath(e))
const m=[...Object.keys(l),...new Set(h)]
const{exitCode:g,stderr:p}=await(0,f.e)(["tar","--create",`--file=${a}`,`--directory=${e}`,...m])
if(g!==0)throw new Error(`tar failed: ${p.trim().split("\n").at(-1)}`)}function childOf(e,n){const t=(0,c.KM)(e,n)
if(t===undefined)throw new Error(`the image is not made for ${n}`)
return t}async function check(e,n){if(!/^sha256:[0-9a-f]{64}$/.test(n))throw new Error(`${n} is no digest`)
const t=(0,l.createHash)("sha256")
await(0,m.pipeline)((0,h.createReadStream)((0,o.join)(e,blobPath(n))),t).catch(e=>{throw new Error(e.code==="ENOENT"?`${n} is missing`:e.message,{cause:e})})
const i=t.digest("hex")
if(i!==hex(n))throw new Error(`what should be ${n} is sha256:${i}`)}function toFile(e){const n=(0,h.openSync)(e,"w")
return{take(e){(0,h.writeSync)(n,e)
return undefined},end:async()=>(0,h.closeSync)(n),drop:()=>(0,h.closeSync)(n)}}const g="keep"
const p=[]
async function provideImage(e,n){const{repository:t,digest:a}=(0,c.F2)(e)
if(a===undefined)return{name:e,origin:"pulled"}
const u=t.split("/").at(-1)??t
const l=`localhost:1/lucid/${u}:${a.replace(":","-")}`
if(await hasImage(l))return{name:l,origin:"engine"}
if(await tagged(e,l))return{name:l,origin:"engine"}
const h=n.native.split("/").slice(1).join("-")
const m=`lucid-image-${u}-${h}-${a.slice("sha256:".length)}-`
const w=(0,o.join)(process.env.RUNNER_TEMP||(0,r.tmpdir)(),"lucid-images",m)
const load=async()=>{const e=`${w}.tar`
try{await packLayout(await openLayout(w,a,n.native),l,e)
const{exitCode:t,stderr:i}=await(0,f.e)(["docker","load","--quiet",`--input=${e}`])
if(t!==0)throw new Error(i.trim().split("\n").at(-1))
if(!await hasImage(l))throw new Error("the engine loaded it under another name")}finally{await(0,i.rm)(e,{force:true})}}
await(0,i.mkdir)(w,{recursive:true})
if(n.cache!=="off"&&await fromCache(w,m,load))return{name:l,origin:"cache"}
if(await fromRegistry(e,n,w,load)){if(n.cache==="read-write"){p.push({folder:w,prefix:m});(0,d.HU)(()=>(0,s.LZ)(g,p))}else await(0,i.rm)(w,{recursive:true,force:true})
return{name:l,origin:"registry"}}await(0,i.rm)(w,{recursive:true,force:true})
const{exitCode:y}=await(0,f.e)(["docker","pull","--",e])
return y===0&&await tagged(e,l)?{name:l,origin:"pulled"}:{name:e,origin:"pulled"}}async function hasImage(e){return(await(0,f.v)(["image","inspect","--format={{.Id}}","--",e])).exitCode===0}async function tagged(e,n){return await hasImage(e)&&(await(0,f.v)(["image","tag",e,n])).exitCode===0}async function fromCache(e,n,t){const r=await(0,u.X)(e,n)
if(r.kind==="hit"){const r=await t().then(()=>undefined,e=>e.message)
await(0,i.rm)(e,{recursive:true,force:true})
if(r===undefined)return true
warn(`what the cache has for ${n} is of no use, so the image is fetched anew: ${r}`)
await(0,i.mkdir)(e,{recursive:true})}else if(r.kind==="failed"){await(0,i.rm)(e,{recursive:true,force:true})
await(0,i.mkdir)(e,{recursive:true})
warn(`the cache is of no use, so the image is fetched: ${r.why}`)}else console.log(r.kind==="none"?"there is no cache service here":`the cache has no ${n}`)
return false}async function fromRegistry(e,n,t,i){const{host:r,repository:o,digest:s}=(0,c.F2)(e)
const d=n.mirrors.flatMap(({to:e,insecure:n})=>n?[e.split("/")[0]??e]:[])
const f=(0,c.Me)({auth:(0,c.d8)({exec:a.m,env:process.env}),env:process.env,insecure:d,deadlineMs:2e4})
const u=n.mirrors.filter(({from:e})=>e===r).map(({to:e})=>`${e}/${o}@${s}`)
for(const e of[...u,`${r}/${o}@${s}`]){try{await fetchLayout(f,e,n.native,t)
await i()
return true}catch(n){console.log(`${e} could not be fetched: ${n instanceof Error?n.message:n}`)}}warn(`${e} could not be fetched, so it is left to the engine to pull, and is not kept`)
return false}const warn=e=>(0,d.HU)(()=>(0,s.$e)(e,{title:"lucid setup"}))}),95205:((e,n,t)=>{t.d(n,{X:()=>restoreFolder,m:()=>saveFolder})
var i=t(92882)
const r=6e4
const isThere=e=>Boolean(e.ACTIONS_RESULTS_URL||e.ACTIONS_CACHE_URL)
async function restoreFolder(e,n){return patiently(async({restoreCache:t})=>{const{value:r,complaints:o}=await(0,i.t3)(()=>t([e],keyOfThisRun(n),[n]))
if(r!==undefined)return{kind:"hit"}
return o.length===0?{kind:"miss"}:{kind:"failed",why:o.join("; ")}})}async function saveFolder(e,n){const t=await patiently(async({saveCache:t})=>{const{value:r,complaints:o}=await(0,i.t3)(()=>t([e],keyOfThisRun(n)))
return r===-1&&o.length>0?{kind:"failed",why:o.join("; ")}:{kind:"hit"}})
return t.kind==="failed"?t.why:undefined}function keyOfThisRun(e){return`${e}${process.env.GITHUB_RUN_ID??"0"}-${process.env.GITHUB_RUN_ATTEMPT??"1"}`}async function patiently(e){if(!isThere(process.env))return{kind:"none"}
let n
const i=new Promise(e=>{n=setTimeout(e,r,{kind:"failed",why:`no answer in ${r/1e3} s`})})
try{return await Promise.race([Promise.all([t.e(4119),t.e(1608)]).then(t.bind(t,91608)).then(e),i])}catch(e){return{kind:"failed",why:e instanceof Error?e.message:String(e)}}finally{clearTimeout(n)}}}),44631:((e,n,t)=>{t.d(n,{F:()=>inSeconds,a:()=>timed})
var i=t(643)
async function timed(e,n){const t=i.performance.now()
const r=await e()
const o=n(r)
if(o!==undefined)console.log(`${o} (${inSeconds(i.performance.now()-t)})`)
return r}const inSeconds=e=>`${(e/1e3).toFixed(2)} s`}),5966:((e,n,t)=>{t.d(n,{H:()=>failedChecks})
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}}),42812:((e,n,t)=>{t.d(n,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const i=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const r=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(i,"").replace(r,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(i,"").replace(r," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),49554:((e,n,t)=>{t.d(n,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,Wf:()=>readReference,Z9:()=>referenceTarget,hG:()=>familiarName})
var i=t(56008)
const r=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const o=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const s=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const a=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const c="docker.io"
function isTag(e){return s.test(e)}function isDigest(e){return a.test(e)}function parseReference(e){const n=readReference(e)
if(n.kind==="problem")throw new i.yo(n.problem)
return n.reference}function readReference(e,n){const{name:t,tag:i,digest:r}=cut(e)
const{host:o,repository:s}=splitHost(t)
const a=wrongWith({host:o,repository:s,tag:i,digest:r})
if(a!==undefined){const t=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const i="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:t,why:a,fix:i,...n&&{at:n}}}}return{kind:"reference",reference:{host:o,repository:s,...i!==undefined&&{tag:i},...r!==undefined&&{digest:r}}}}function formatReference({host:e,repository:n,tag:t,digest:i}){return`${e}/${n}${t===undefined?"":`:${t}`}${i===undefined?"":`@${i}`}`}function familiarName(e){const n=formatReference(e)
const t=n.startsWith(`${c}/`)?n.slice(c.length+1):n
const i=e.host===c&&/^library\/[^/]+$/.test(e.repository)?t.slice(8):t
return i.endsWith(":latest")?i.slice(0,-":latest".length):i}function mirrorReference(e,n){const t=n.get(e.host)
if(t===undefined)return e
const{host:i,repository:r}=parseReference(`${t.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:i,repository:r}}function referenceTarget({tag:e,digest:n}){return n??e??"latest"}function cut(e){const n=e.indexOf("@")
const t=n===-1?e:e.slice(0,n)
const i=t.indexOf(":",t.lastIndexOf("/")+1)
return{name:i===-1?t:t.slice(0,i),...i!==-1&&{tag:t.slice(i+1)},...n!==-1&&{digest:e.slice(n+1)}}}function splitHost(e){const n=e.indexOf("/")
const t=n===-1?"":e.slice(0,n)
const i=/[.:]/.test(t)||t==="localhost"||t!==t.toLowerCase()
const r=i?t:c
const o=i?e.slice(n+1):e
if(r!==c&&r!=="index.docker.io")return{host:r,repository:o}
return{host:c,repository:o.includes("/")?o:`library/${o}`}}function wrongWith(e){const{host:n,repository:t,tag:i,digest:s}=e
const a=t.replace(/^library\//,"")
if(a==="")return"the name is missing"
if(!r.test(n))return`${JSON.stringify(n)} is no registry host`
if(t!==t.toLowerCase())return`the name ${JSON.stringify(a)} must be lower case`
const c=t.split("/").find(e=>!o.test(e))
if(c!==undefined)return`${JSON.stringify(c)} in the name: letters a-z and digits, with single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(a))return"a name of 64 hex digits reads as an image ID"
if(n.length+1+t.length>255)return"host and name are longer than 255 characters"
if(i!==undefined&&!isTag(i))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(s!==undefined&&!isDigest(s))return"a digest is sha256: and 64 hex digits"
return undefined}}),9179:((e,n,t)=>{t.d(n,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function size(e){const n=["B","kB","MB","GB","TB"]
let t=e
let i=0
while(t>=999.5&&i<n.length-1){t/=1e3
i+=1}return`${t>=100||i===0?Math.round(t):t.toFixed(1)} ${n[i]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}})}
