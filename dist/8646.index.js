export const id=8646
export const ids=[8646]
export const modules={27994:((e,n,t)=>{t.d(n,{Ij:()=>createBuilder,iq:()=>removeBuilder,xm:()=>h,z$:()=>wantedBuilder})
var r=t(77598)
var i=t(51455)
var o=t(48161)
var s=t(76760)
var a=t(96251)
var c=t(56008)
var d=t(92882)
var f=t(32534)
var u=t(65804)
var l=t(70054)
const h="builder"
async function wantedBuilder(e,n){const r=[n.driver!=="auto"&&"driver",n.driverOpts.length>0&&"driver-opts",n.endpoint!==undefined&&"endpoint",n.nodes!==undefined&&"nodes",n.buildkitdConfig!==undefined&&"buildkitd-config",n.maxParallelism!==undefined&&"max-parallelism"].filter(e=>e!==false)
const i=n.nodes===undefined?[]:(await Promise.all([t.e(2311),t.e(8815),t.e(2611)]).then(t.bind(t,84992))).readNodes(n.nodes)
clashes(n)
if(r.length===0&&e===undefined)return undefined
const o=n.driver==="auto"?"docker-container":n.driver
return{driver:o,nodes:i,why:r.length>0?`asked for by ${r.join(", ")}`:e?.message??""}}function clashes({nodes:e,endpoint:n,buildkitdConfig:t,maxParallelism:r,driver:i}){const problem=(e,n)=>new c.yo({code:"options/value",message:e,fix:n})
if(e!==undefined&&n!==undefined)throw problem("nodes and endpoint both say where to build","give the endpoint to one of the nodes")
if(t!==undefined&&r!==undefined)throw problem("buildkitd-config and max-parallelism are both given","write max-parallelism into the file")
if(i==="remote"&&(t!==undefined||r!==undefined))throw problem("a remote BuildKit is configured where it runs","leave out buildkitd-config and max-parallelism")
if(i==="remote"&&n===undefined&&e===undefined)throw problem("the remote driver does not know where","set endpoint, such as tcp://buildkit:1234, or nodes")}async function createBuilder(e,n,t,u){const p=`lucid-${(0,r.randomBytes)(4).toString("hex")}`;(0,d.HU)(()=>(0,a.LZ)(h,p))
const m=await(0,i.mkdtemp)((0,s.join)(process.env.RUNNER_TEMP||(0,o.tmpdir)(),"lucid-builder-"))
try{const r=await configFile(e,n,u,m)
const i=e.nodes.length>0?e.nodes:[{}]
for(const[o,s]of i.entries()){const a=s.endpoint??n.endpoint
const d=o===i.length-1
const{exitCode:u,stderr:h}=await(0,f.eF)(["docker",...["buildx","create",`--name=${p}`,`--driver=${e.driver}`],...o===0?[]:["--append"],...s.name===undefined?[]:[`--node=${s.name}`],...s.platforms===undefined?[]:[`--platform=${s.platforms.join(",")}`],...t===undefined?[]:[`--driver-opt=image=${t.name}`],...[...n.driverOpts,...s["driver-opts"]??[]].map(e=>`--driver-opt=${e}`),...s["buildkitd-flags"]===undefined?[]:[`--buildkitd-flags=${s["buildkitd-flags"]}`],...r===undefined?[]:[`--buildkitd-config=${r}`],...d?["--bootstrap"]:[],...a===undefined?[]:["--",a]])
if(u!==0)throw new c.yo({code:"engine/builder",message:`a builder with the ${e.driver} driver cannot be created`,why:(0,l.P)(h),fix:"check driver, driver-opts, endpoint, nodes and buildkitd-config"})}}finally{await(0,i.rm)(m,{recursive:true,force:true})}process.env.BUILDX_BUILDER=p
return p}async function configFile({driver:e},n,t,r){if(n.buildkitdConfig!==undefined||e==="remote")return n.buildkitdConfig
const o=(0,u.H)(t,n.maxParallelism)
if(o===undefined)return undefined
console.log(o)
const a=(0,s.join)(r,"buildkitd.toml")
await(0,i.writeFile)(a,o)
return a}async function removeBuilder(e){const n=await(0,f.eF)(["docker","buildx","rm","--force","--",e]).catch(()=>undefined)
if(n?.exitCode===0)return`builder ${e} removed`
return n?.stderr.includes(`no builder "${e}" found`)?undefined:`builder ${e} could not be removed`}}),65804:((e,n,t)=>{t.d(n,{H:()=>buildkitdConfig,M:()=>mirrorsOf})
function buildkitdConfig(e,n){const t=[]
if(n!==undefined)t.push(`[worker.oci]\n  max-parallelism = ${n}\n`)
for(const n of new Set(e.map(({from:e})=>e))){const r=e.filter(({from:e})=>e===n).map(({to:e})=>JSON.stringify(e))
t.push(`[registry.${JSON.stringify(n)}]\n  mirrors = [${r.join(", ")}]\n`)}const r=e.flatMap(({to:e,insecure:n})=>n?[e.split("/")[0]??e]:[])
for(const e of new Set(r))t.push(`[registry.${JSON.stringify(e)}]\n  http = true\n`)
return t.length===0?undefined:t.join("\n")}function mirrorsOf(e,n){const t=/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?(?:\/|$)/
const r=[...e].map(([e,n])=>({from:e,to:n,...t.test(n)&&{insecure:true}}))
const i=n.map(e=>{const n=e.replace(/^https?:\/\//,"").replace(/\/+$/,"")
return{from:"docker.io",to:n,...e.startsWith("http://")&&{insecure:true}}})
const o=[...r,...i]
return o.filter(({from:e,to:n},t)=>o.findIndex(t=>t.from===e&&t.to===n)===t)}}),70054:((e,n,t)=>{t.d(n,{P:()=>causeIn})
function causeIn(e){const n=e.split("\n").filter(e=>e.trim()!==""&&!/^Run '.+ --help'/.test(e))
return(n.at(-1)??"").replace(/^(?:docker|ERROR): /,"")}}),82237:((e,n,t)=>{t.d(n,{J:()=>l,a:()=>fetchImage})
var r=t(51455)
var i=t(48161)
var o=t(76760)
var s=t(96251)
var a=t(49588)
var c=t(6391)
var d=t(92882)
var f=t(95205)
var u=t(46607)
const l="keep"
const h=[]
async function fetchImage(e,n){const{repository:t,digest:a}=(0,c.F2)(e)
if(a===undefined)return undefined
const f=t.split("/").at(-1)??t
const p=n.native.split("/").slice(1).join("-")
const m=`lucid-image-${f}-${p}-${a.slice("sha256:".length)}-`
const g=(0,o.join)(process.env.RUNNER_TEMP||(0,i.tmpdir)(),"lucid-images",m)
const open=()=>(0,u.B9)(g,a,n.native)
const forget=()=>(0,r.rm)(g,{recursive:true,force:true})
const y=n.cache==="off"?undefined:await fromCache(g,m,open)
if(y!==undefined)return{layout:y,origin:"cache",[Symbol.asyncDispose]:forget}
const w=await fromRegistry(e,n,g,open)
const v=w!==undefined&&n.cache==="read-write"
if(v){h.push({folder:g,prefix:m});(0,d.HU)(()=>(0,s.LZ)(l,h))}if(w!==undefined)return{layout:w,origin:"registry",[Symbol.asyncDispose]:v?async()=>{}:forget}
await forget()
return undefined}async function fromCache(e,n,t){const i=await(0,f.Xt)(e,n)
if(i.kind==="hit"){const e=await t().catch(e=>e.message)
if(typeof e!=="string")return e
warn(`what the cache has for ${n} is of no use, so the image is fetched anew: ${e}`)}else if(i.kind==="failed")warn(`the cache is of no use, so the image is fetched: ${i.why}`)
else console.log(i.kind==="none"?"there is no cache service here":`the cache has no ${n}`)
await(0,r.rm)(e,{recursive:true,force:true})
return undefined}async function fromRegistry(e,n,t,r){const{host:i,repository:o,digest:s}=(0,c.F2)(e)
const d=n.mirrors.flatMap(({to:e,insecure:n})=>n?[e.split("/")[0]??e]:[])
const f=(0,c.Me)({auth:(0,c.d8)({exec:a.m,env:process.env}),env:process.env,insecure:d,deadlineMs:2e4})
const l=n.mirrors.filter(({from:e})=>e===i).map(({to:e})=>`${e}/${o}@${s}`)
for(const e of[...l,`${i}/${o}@${s}`]){try{await(0,u.Xp)(f,e,n.native,t)
return await r()}catch(n){console.log(`${e} could not be fetched: ${n instanceof Error?n.message:n}`)}}warn(`${e} could not be fetched, so it is left to the engine to pull, and is not kept`)
return undefined}const warn=e=>(0,d.HU)(()=>(0,s.$e)(e,{title:"lucid setup"}))}),95205:((e,n,t)=>{t.d(n,{Lj:()=>loadCache,Xt:()=>restoreFolder,mm:()=>saveFolder})
var r=t(92882)
const i=6e4
const isThere=e=>Boolean(e.ACTIONS_RESULTS_URL||e.ACTIONS_CACHE_URL)
function loadCache(){if(isThere(process.env))Promise.all([t.e(4119),t.e(1608)]).then(t.bind(t,91608)).catch(()=>{})}async function restoreFolder(e,n){return patiently(async({restoreCache:t})=>{const{value:i,complaints:o}=await(0,r.t3)(()=>t([e],keyOfThisRun(n),[n]))
if(i!==undefined)return{kind:"hit"}
return o.length===0?{kind:"miss"}:{kind:"failed",why:o.join("; ")}})}async function saveFolder(e,n){const t=await patiently(async({saveCache:t})=>{const{value:i,complaints:o}=await(0,r.t3)(()=>t([e],keyOfThisRun(n)))
return i===-1&&o.length>0?{kind:"failed",why:o.join("; ")}:{kind:"hit"}})
return t.kind==="failed"?t.why:undefined}function keyOfThisRun(e){return`${e}${process.env.GITHUB_RUN_ID??"0"}-${process.env.GITHUB_RUN_ATTEMPT??"1"}`}async function patiently(e){if(!isThere(process.env))return{kind:"none"}
let n
const r=new Promise(e=>{n=setTimeout(e,i,{kind:"failed",why:`no answer in ${i/1e3} s`})})
try{return await Promise.race([Promise.all([t.e(4119),t.e(1608)]).then(t.bind(t,91608)).then(e),r])}catch(e){return{kind:"failed",why:e instanceof Error?e.message:String(e)}}finally{clearTimeout(n)}}}),46607:((e,n,t)=>{t.d(n,{B9:()=>openLayout,K9:()=>packLayout,Xp:()=>fetchLayout,c7:()=>blobFile})
var r=t(77598)
var i=t(73024)
var o=t(51455)
var s=t(76760)
var a=t(6391)
var c=t(1493)
var d=t(32534)
var f=t(70054)
const blobFile=e=>(0,s.join)("blobs","sha256",e.slice("sha256:".length))
async function fetchLayout(e,n,t,r){await(0,o.mkdir)((0,s.join)(r,"blobs","sha256"),{recursive:true})
const keep=(e,n)=>(0,o.writeFile)((0,s.join)(r,blobFile(e)),n)
const i=n.slice(0,n.indexOf("@"))
const{layers:a}=await contentsOf(n.slice(n.indexOf("@")+1),t,{async manifest(n){const t=await e.manifest(`${i}@${n}`)
if(t===undefined)throw new Error(`${i} has no ${n}`)
await keep(n,t.bytes)
return t.content},async config(n){const t=await e.blob(i,n)
await keep(n,t)
return t}})
await Promise.all([...a].map(([n,t])=>e.readBlob(i,t,()=>unpackedTo((0,s.join)(r,blobFile(n))))))}async function openLayout(e,n,t){const read=async n=>{await check(e,n)
return(0,o.readFile)((0,s.join)(e,blobFile(n)))}
const{config:r,ids:i,env:c,entrypoint:d}=await contentsOf(n,t,{manifest:async e=>(0,a.WI)(JSON.parse((await read(e)).toString())),config:read})
const f=i.map(async n=>({mediaType:"application/vnd.oci.image.layer.v1.tar",digest:n,size:await check(e,n)}))
return{folder:e,config:r,layers:await Promise.all(f),env:c,...d!==undefined&&{entrypoint:d}}}async function contentsOf(e,n,t){const r=await t.manifest(e)
const i=r.kind==="image"?r:await t.manifest(childOf(r.manifests,n).digest)
if(i.kind!=="image")throw new Error(`${e} holds an index where an image should be`)
const o=await t.config(i.config.digest)
const{diffIds:s,env:c,entrypoint:d}=(0,a.Xg)(JSON.parse(Buffer.from(o).toString()))
if(s.length!==i.layers.length||!s.every(e=>u.test(e)))throw new Error("the config of the image does not say what its layers are")
const f=new Map(i.layers.map((e,n)=>[s[n]??"",e]))
return{config:i.config,ids:s,layers:f,env:c,entrypoint:d}}async function packLayout({folder:e,config:n,layers:t},r,i){const c=r.lastIndexOf(":")
const u={"io.containerd.image.name":r,"org.opencontainers.image.ref.name":r.slice(c+1)}
const l=a.Ib.manifest
const h=Buffer.from(JSON.stringify({schemaVersion:2,mediaType:l,config:n,layers:t}))
const p={mediaType:l,digest:(0,a.sc)(h),size:h.length}
const m=[{Config:blobFile(n.digest),RepoTags:[r],Layers:t.map(({digest:e})=>blobFile(e))}]
const g={"oci-layout":JSON.stringify({imageLayoutVersion:"1.0.0"}),"index.json":JSON.stringify({schemaVersion:2,manifests:[{...p,annotations:u}]}),"manifest.json":JSON.stringify(m),[blobFile(p.digest)]:h}
for(const[n,t]of Object.entries(g))await(0,o.writeFile)((0,s.join)(e,n),t)
const y=[n,...t].map(({digest:e})=>blobFile(e))
const w=[...Object.keys(g),...new Set(y)]
const{exitCode:v,stderr:$}=await(0,d.eF)(["tar","--create",`--file=${i}`,`--directory=${e}`,...w])
if(v!==0)throw new Error(`tar failed: ${(0,f.P)($)}`)}function childOf(e,n){const t=(0,a.KM)(e,n)
if(t===undefined)throw new Error(`the image is not made for ${n}`)
return t}async function check(e,n){if(!u.test(n))throw new Error(`${n} is no digest`)
const t=(0,r.createHash)("sha256")
let o=0
try{for await(const r of(0,i.createReadStream)((0,s.join)(e,blobFile(n)),{highWaterMark:1<<20})){t.update(r)
o+=r.length}}catch(e){const{code:t,message:r}=e
throw new Error(t==="ENOENT"?`${n} is missing`:r,{cause:e})}const a=`sha256:${t.digest("hex")}`
if(a!==n)throw new Error(`what should be ${n} is ${a}`)
return o}const u=/^sha256:[0-9a-f]{64}$/
function unpackedTo(e){const n=(0,i.openSync)(e,"w")
const t=(0,c.t)(e=>void(0,i.writeSync)(n,e))
return{take:t.take,async end(){await t.end();(0,i.closeSync)(n)},drop(){t.drop();(0,i.closeSync)(n)}}}}),44631:((e,n,t)=>{t.d(n,{F:()=>inSeconds,a:()=>timed})
var r=t(643)
async function timed(e,n){const t=r.performance.now()
const i=await e()
const o=n(i)
if(o!==undefined)console.log(`${o} (${inSeconds(r.performance.now()-t)})`)
return i}const inSeconds=e=>`${(e/1e3).toFixed(2)} s`}),47624:((e,n,t)=>{t.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var r=t(73024)
var i=t(51455)
var o=t(76760)
var s=t(45364)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var a=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)i=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(i)r=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var c=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
function straightToPlugins(e){const n=dockerWith(e)
return async(t,r)=>{const[i=""]=t
const o=await findPlugin(i,{...process.env,...r?.env})
if(o===undefined)return n(t,r)
return e([o,...t],{...r,env:{...r?.env,...d}})}}const d={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(o.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const r=o.join((0,s.vg)(n),"cli-plugins")
return firstOf([r,...await extraFolders(n),...f],`docker-${e}`)}const f=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=o.join(t,n)
const s=t!==""&&await(0,i.access)(e,r.constants.X_OK).then(...u)
if(s)return e}return undefined}const u=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=a(n,await(0,i.open)(e),true)
const{buffer:r}=await t.read(Buffer.alloc(2),0,2,0)
return r.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=c(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,s.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,r){const i=await findPlugin(n,t)
if(i===undefined)return undefined
try{const{stdout:n}=await e([i,"docker-cli-plugin-metadata"],{signal:r})
const{Version:t}=JSON.parse(n)
return typeof t==="string"&&t!==""?t:undefined}catch{return undefined}}}),5966:((e,n,t)=>{t.d(n,{H:()=>failedChecks})
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}}),42812:((e,n,t)=>{t.d(n,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const r=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const i=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(r,"").replace(i,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(r,"").replace(i," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),49554:((e,n,t)=>{t.d(n,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,Wf:()=>readReference,Z9:()=>referenceTarget,hG:()=>familiarName})
var r=t(56008)
const i=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const o=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const s=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const a=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const c="docker.io"
function isTag(e){return s.test(e)}function isDigest(e){return a.test(e)}function parseReference(e){const n=readReference(e)
if(n.kind==="problem")throw new r.yo(n.problem)
return n.reference}function readReference(e,n){const{name:t,tag:r,digest:i}=cut(e)
const{host:o,repository:s}=splitHost(t)
const a=wrongWith({host:o,repository:s,tag:r,digest:i})
if(a!==undefined){const t=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const r="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:t,why:a,fix:r,...n&&{at:n}}}}return{kind:"reference",reference:{host:o,repository:s,...r!==undefined&&{tag:r},...i!==undefined&&{digest:i}}}}function formatReference({host:e,repository:n,tag:t,digest:r}){return`${e}/${n}${t===undefined?"":`:${t}`}${r===undefined?"":`@${r}`}`}function familiarName(e){const n=formatReference(e)
const t=n.startsWith(`${c}/`)?n.slice(c.length+1):n
const r=e.host===c&&/^library\/[^/]+$/.test(e.repository)?t.slice(8):t
return r.endsWith(":latest")?r.slice(0,-":latest".length):r}function mirrorReference(e,n){const t=n.get(e.host)
if(t===undefined)return e
const{host:r,repository:i}=parseReference(`${t.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:r,repository:i}}function referenceTarget({tag:e,digest:n}){return n??e??"latest"}function cut(e){const n=e.indexOf("@")
const t=n===-1?e:e.slice(0,n)
const r=t.indexOf(":",t.lastIndexOf("/")+1)
return{name:r===-1?t:t.slice(0,r),...r!==-1&&{tag:t.slice(r+1)},...n!==-1&&{digest:e.slice(n+1)}}}function splitHost(e){const n=e.indexOf("/")
const t=n===-1?"":e.slice(0,n)
const r=/[.:]/.test(t)||t==="localhost"||t!==t.toLowerCase()
const i=r?t:c
const o=r?e.slice(n+1):e
if(i!==c&&i!=="index.docker.io")return{host:i,repository:o}
return{host:c,repository:o.includes("/")?o:`library/${o}`}}function wrongWith(e){const{host:n,repository:t,tag:r,digest:s}=e
const a=t.replace(/^library\//,"")
if(a==="")return"the name is missing"
if(!i.test(n))return`${JSON.stringify(n)} is no registry host`
if(t!==t.toLowerCase())return`the name ${JSON.stringify(a)} must be lower case`
const c=t.split("/").find(e=>!o.test(e))
if(c!==undefined)return`${JSON.stringify(c)} in the name: letters a-z and digits, with single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(a))return"a name of 64 hex digits reads as an image ID"
if(n.length+1+t.length>255)return"host and name are longer than 255 characters"
if(r!==undefined&&!isTag(r))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(s!==undefined&&!isDigest(s))return"a digest is sha256: and 64 hex digits"
return undefined}}),34493:((e,n,t)=>{t.d(n,{p:()=>holdText,x:()=>commitWords})
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function commitWords({revision:e,event:n}){const t=e.slice(0,12)
const r=n.kind==="pull_request"?n.headRevision:undefined
return r===undefined||r===e?t:`${t}, the merge of ${r.slice(0,12)}`}}),9179:((e,n,t)=>{t.d(n,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function size(e){const n=["B","kB","MB","GB","TB"]
let t=e
let r=0
while(t>=999.5&&r<n.length-1){t/=1e3
r+=1}return`${t>=100||r===0?Math.round(t):t.toFixed(1)} ${n[r]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}}),1493:((e,n,t)=>{t.d(n,{t:()=>unpackerFor})
var r=t(38522)
function unpackerFor(e){let n=Buffer.alloc(0)
let t
let i=false
let o
let s=false
let a
const fail=e=>{o??=e
a?.()}
const hand=n=>{if(o!==undefined||s)return
try{e(n)}catch(e){fail(e)
t?.destroy()}}
const start=()=>{const e=n[0]===31&&n[1]===139
const o=n.length>=4&&n.readUInt32LE(0)===4247762216
i=!e&&!o
if(i)return
t=e?(0,r.createGunzip)({chunkSize:1<<18}):(0,r.createZstdDecompress)({chunkSize:1<<18})
t.on("data",hand).on("error",fail)}
const push=e=>{if(o!==undefined)throw o
if(t===undefined){hand(e)
return undefined}if(t.write(e))return undefined
const n=Promise.withResolvers()
a=()=>o===undefined?n.resolve():n.reject(o)
t.once("drain",a)
return n.promise}
return{take(e){const r=Buffer.from(e.buffer,e.byteOffset,e.byteLength)
if(t!==undefined||i)return push(r)
n=Buffer.concat([n,r])
if(n.length<4)return undefined
start()
return push(n)},async end(){if(t===undefined&&!i)hand(n)
if(t!==undefined&&o===undefined){const e=Promise.withResolvers()
a=()=>o===undefined?e.resolve():e.reject(o)
t.once("end",a)
t.end()
await e.promise}if(o!==undefined)throw o},drop(){s=true
t?.destroy()}}}}),87055:((e,n,t)=>{t.d(n,{Ho:()=>padLeft,M7:()=>padRight,qz:()=>widthOf,yd:()=>cutTo})
var r=t(93223)
const i=/^[\x20-\x7e]*$/
function widthOf(e){return i.test(e)?e.length:(0,r.A)(e)}function cutTo(e,n){if(widthOf(e)<=n)return e
let t=""
let r=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){r-=widthOf(n)
if(r<0)break
t+=n}return`${t}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-widthOf(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-widthOf(e)))+e})}
