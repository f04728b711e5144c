export const id=704
export const ids=[704]
export const modules={97730:((e,n,t)=>{t.d(n,{I:()=>defaultEngineApi,v:()=>openEngineApi})
var r=t(31421)
var i=t(37067)
var o=t(57075)
var s=t(44853)
var a=t(96273)
const c="v1.45"
function openEngineApi(e,n){const t=socketOf(e)
if(t===undefined)return e=>send(e,{createConnection:()=>dialStdio(n)})
const r=new i.Agent({keepAlive:true})
return async e=>{try{return await send(e,{socketPath:t,agent:r})}catch(n){if(n.stale)return send(e,{socketPath:t})
throw n}}}async function defaultEngineApi(e){const n=await(0,a.c7)(e)
return n===undefined||socketOf(n)===undefined?undefined:openEngineApi(n,e)}function socketOf(e){const n=/^npipe:(?:\/\/(?=\/\/))?(\/\/.*)$/.exec(e)?.[1]
return n?.replaceAll("/","\\")??/^unix:\/\/(\/.*)$/.exec(e)?.[1]}function dialStdio(e){const n=(0,r.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
const t=(0,s.C)(n.stderr)
const i=new o.Duplex({read:()=>void n.stdout.resume(),write:(e,t,r)=>void n.stdin.write(e,()=>r())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!i.push(e))n.stdout.pause()})
n.on("error",e=>i.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)i.push(null)
else i.destroy(new Error(t().trim()||`docker system dial-stdio exited with ${e}`))})
i.on("close",()=>n.kill())
return i}const u=new Set(["ECONNRESET","EPIPE"])
function send(e,n){const{method:t,path:r,query:o,body:s,headers:a,signal:d,onData:l}=e
return new Promise((e,f)=>{d?.throwIfAborted()
const p=s===undefined?undefined:JSON.stringify(s)
const m=o===undefined?"":`?${new URLSearchParams(o)}`
const g=(0,i.request)({...{...n,method:t,path:`/${c}${r}${m}`},headers:{...a,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...t==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>g.destroy()
d?.addEventListener("abort",abort,{once:true})
const fail=e=>{d?.removeEventListener("abort",abort)
if(d?.aborted)f(d.reason)
else f(g.reusedSocket&&u.has(e.code??"")?Object.assign(e,{stale:true}):e)}
g.on("error",fail)
g.on("response",n=>{const{statusCode:t=0,headers:r}=n
const i=[]
const done=()=>{d?.removeEventListener("abort",abort)
e({status:t,headers:r,text:Buffer.concat(i).toString()})}
const enough=()=>{done()
g.destroy()}
const o=t>=200&&t<300
n.on("data",e=>l&&o?l(e,enough):i.push(e))
n.on("error",fail)
n.on("end",done)})
g.end(p)})}}),9624:((e,n,t)=>{t.r(n)
t.d(n,{inspectDefaultEngine:()=>inspectDefaultEngine,requireCompose:()=>requireCompose})
var r=t(39893)
var i=t(34055)
var o=t(75747)
var s=t(97730)
async function inspectEngineByApi(e,{docker:n,api:t,exec:s,env:a,signal:c,builder:u}){const[d,l,f,p]=await Promise.all([t&&infoOf(t,c),t&&e.build?(0,i.wc)(s,"buildx",a,c):"",t&&e.smoke?(0,i.wc)(s,"compose",a,c):"",t&&e.build?(0,o.IK)(n,{signal:c,builder:u}):undefined])
c.throwIfAborted()
if(d===undefined||l===undefined||f===undefined)return(0,o.P7)(n,{signal:c,needs:e,...(0,r.s)({builder:u})})
const m=(0,r.s)({buildx:l||undefined,compose:f||undefined})
return{...(0,o.LV)(d,""),...m,...(0,r.s)({builder:p})}}async function inspectDefaultEngine(e,n){return inspectEngineByApi(e,{...n,api:await(0,s.I)(n.env)})}async function requireCompose(e){(0,o.Wp)(await inspectEngineByApi({smoke:true},e),{smoke:true})}async function infoOf(e,n){const t=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return t?.status===200?t.text:undefined}}),50704:((e,n,t)=>{t.r(n)
t.d(n,{setup:()=>setup})
var r=t(96251)
var i=t(75747)
var o=t(9624)
var s=t(85177)
var a=t(44853)
var c=t(71869)
var u=t(44174)
var d=t(85465)
var l=t(40425)
var f=t(12251)
var p=t(75019)
var m=t(48403)
var g=t(97523)
var h=t(86310)
var v=t(55872)
var b=t(36113)
var w=t(51455)
var y=t(97730)
var k=t(11886)
var E=t(45095)
var $=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)i=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(i)r=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var O=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
const x={engine:"already in the engine",cache:"from the cache",registry:"from the registry",pulled:"pulled by the engine"}
const describeOrigin=(e,n)=>`${e} image: ${x[n]}`
async function provideImage(e,n){const t={stack:[],error:void 0,hasError:false}
try{const r=await imageInEngine(e)
if(r!==undefined)return r
const i=$(t,await(0,b.aK)(e,n),true)
return await loadIntoEngine(e,i)}catch(e){t.error=e
t.hasError=true}finally{const e=O(t)
if(e)await e}}async function loadIntoEngine(e,n){const t=ownName(e)
if(n!==undefined&&await loaded(n.layout,t))return{name:t,origin:n.origin}
if((0,k.F2)(e).digest===undefined)return{name:e,origin:"pulled"}
const{exitCode:r}=await(0,g.c6)(["docker","pull","--",e])
return{name:r===0&&await tagged(e,t)?t:e,origin:"pulled"}}async function imageInEngine(e){if((0,k.F2)(e).digest===undefined)return undefined
const n=ownName(e)
const t=await hasImage(n)||await tagged(e,n)
return t?{name:n,origin:"engine"}:undefined}async function loaded(e,n){const t=`${e.folder}.tar`
try{await(0,E.K9)(e,n,t)
const{exitCode:r}=await(0,g.c6)(["docker","load","--quiet",`--input=${t}`])
return r===0&&await hasImage(n)}catch(e){console.log(e instanceof Error?e.message:e)
return false}finally{await(0,w.rm)(t,{force:true})}}function ownName(e){const{repository:n,digest:t=""}=(0,k.F2)(e)
return`localhost:1/lucid/${n.split("/").at(-1)}:${t.replace(":","-")}`}async function hasImage(e){const n=await(0,y.I)(process.env)
const t=await(n?.({method:"GET",path:`/images/${e}/json`}).catch(()=>undefined))
if(t!==undefined)return t.status===200
return(await(0,g.vK)(["image","inspect","--format={{.Id}}","--",e])).exitCode===0}async function tagged(e,n){return await hasImage(e)&&(await(0,g.vK)(["image","tag",e,n])).exitCode===0}var S=t(48161)
var j=t(76760)
async function rootOnEngineHost({machine:e}){if(process.platform!=="linux"||e?.name!==(0,S.hostname)()||e.kernel!==(0,S.release)())return undefined
await(0,w.access)("/proc/sys/fs/binfmt_misc/status").catch(()=>{})
if(process.getuid?.()===0)return[]
const n=await(0,g.EL)(["sudo","-n","true"]).catch(()=>undefined)
return n?.exitCode===0?["sudo","-n"]:undefined}async function runAsRoot(e,n,t){const r=await(0,w.mkdtemp)((0,j.join)(process.env.RUNNER_TEMP||(0,S.tmpdir)(),"lucid-rootfs-"))
try{await unpack(n,r)
const i='mount --rbind /proc "$0/proc" && exec env -i "$@"'
const o=Object.entries({PATH:A,...n.env}).map(([e,n])=>`${e}=${n}`)
const s=["chroot",r,...n.entrypoint??[],...t]
const a=["unshare","--mount","sh","-c",i,r,...o,...s]
return await(0,g.c6)(e.length===0?a:[...e,...a])}finally{await(0,w.rm)(r,{recursive:true,force:true}).catch(()=>{})}}async function unpack({folder:e,layers:n},t){for(const{digest:r}of n){const n=[`--file=${(0,j.join)(e,(0,E.nD)(r))}`,`--directory=${t}`]
const{exitCode:i,stderr:o}=await(0,g.c6)(["tar","--extract",...n,"--no-same-owner","--exclude=.wh.*"])
if(i!==0)throw new Error(`tar failed: ${(0,g.HY)(o)}`)}for(const e of["proc","tmp"])await(0,w.mkdir)((0,j.join)(t,e),{recursive:true})}const A="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
var I=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)i=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(i)r=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var M=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
async function registerQemu(e,n,t,r){const i={stack:[],error:void 0,hasError:false}
try{const o=[...new Set(e.map(e=>e.split("/")[1]??e))]
const s=["--install",o.join(",")]
const registered=()=>`QEMU registered for ${e.join(", ")}`
const a=await(0,m.gX)("looking for the QEMU image",()=>imageInEngine(n),e=>e&&describeOrigin("binfmt",e.origin))
const c=I(i,a?undefined:await(0,m.gX)("fetching the QEMU image",()=>(0,b.aK)(n,t),e=>e&&describeOrigin("binfmt",e.origin)),true)
if(c!==undefined&&r!==undefined){const e=await(0,m.gX)("registering QEMU",()=>registerHere(s,c.layout,r),e=>e===undefined?registered():`registering QEMU without a container failed: ${e}`)
if(e===undefined)return c.origin}const u=a??await(0,m.gX)("loading the QEMU image into the engine",()=>loadIntoEngine(n,c),({origin:e})=>e==="pulled"?describeOrigin("binfmt",e):undefined)
await(0,m.gX)("registering QEMU",()=>registerInContainer(e,s,u),registered)
return u.origin}catch(e){i.error=e
i.hasError=true}finally{const e=M(i)
if(e)await e}}async function registerHere(e,n,t){try{return registerError(await runAsRoot(t,n,e))}catch(e){return e instanceof Error?e.message:String(e)}}async function registerInContainer(e,n,{name:t,origin:r}){const i=r==="pulled"?[]:["--pull=never"]
const o=await(0,g.c6)(["docker","run","--privileged","--rm",...i,"--",t,...n]).then(registerError,e=>e.message)
if(o!==undefined)throw new d.yo({code:"engine/emulation",message:`QEMU for ${e.join(", ")} cannot be registered`,why:o,fix:"use a runner of that architecture (ubuntu-24.04-arm), set another binfmt-image, or install qemu-user-static on the runner"})}function registerError({exitCode:e,stderr:n}){if(e!==0)return(0,g.HY)(n)
const t=/^(?:error: |installing: \S+ (?!OK$))(.*)$/gm
return[...n.matchAll(t)].map(([,e=""])=>e).find(e=>!e.endsWith("already registered"))}var C=t(81438)
async function setup(){const e=performance.now()
try{const n=(0,u.A)((0,f.U)("setup"),{env:process.env,cwd:process.cwd()},"setup")
const t=await(0,m.Df)(()=>prepare(n))
if(t.created!==undefined)(0,r.dN)("BUILDX_BUILDER",t.created)
if(t.emulated.length>0)(0,r.dN)(i.ez,t.emulated.join(","))
if(t.dockerConfig!==undefined){(0,r.dN)("DOCKER_CONFIG",t.dockerConfig);(0,r.dN)("BUILDX_CONFIG",process.env.BUILDX_CONFIG??"")}(0,r.uH)("builder",t.builder);(0,r.uH)("platforms",t.platforms.join(","));(0,r.uH)("emulated",t.emulated.join(","));(0,r.uH)("images",JSON.stringify(t.images))
console.log(`ready for ${n.platforms.join(", ")} in ${(0,m.F7)(performance.now()-e)}`)}catch(e){await(0,m.TF)(e)
process.exitCode=(0,l.LL)(e)}}async function prepare(e){const n=await(0,m.gX)("logging in",()=>(0,p.E8)(e),e=>e&&`logged in at ${e.hosts.join(", ")}`)
if(e.emulate&&e.cacheImages&&e.platforms.some(isForeign))(0,C.hz)()
const t=await(0,m.gX)("inspecting the engine",inspect,describeEngine)
const r=(0,i.p7)(t,{build:true,smoke:true})
const o=r.filter(({code:e})=>P.has(e))
if(r.length>o.length)throw new d.yo(r)
const s=await(0,h.z$)(o[0],e)
const a=e.emulate?await foreignPlatforms(t,s,e.platforms):[]
const c=await imageSources(t,e)
const u={}
if(a.length>0){u.binfmt=await registerQemu(a,e.binfmtImage,c,await rootOnEngineHost(t))
process.env[i.ez]=a.join(",")}const l={build:true,smoke:true,platforms:e.platforms}
if(s===undefined){const e=(0,i.Wp)(a.length>0?await inspectAgain(t):t,l)
return{...builderOf(e),created:undefined,emulated:a,dockerConfig:n?.folder,images:u}}console.log(`creating a builder for this job: ${s.why}`)
const f=await buildkitImage(s,e,c)
if(f!==undefined&&isHere(s,e))u.buildkit=f.origin
const g=await(0,m.gX)("creating the builder",()=>(0,h.Ij)(s,e,f,c.mirrors),e=>`builder ${e} (${s.driver}) created`)
const v=(0,i.Wp)(await inspect(g),l)
return{...builderOf(v),created:g,builder:g,emulated:a,dockerConfig:n?.folder,images:u}}const P=new Set(["engine/image-store","engine/builder"])
const isForeign=e=>e.split("/")[1]!==(process.arch==="x64"?"amd64":process.arch)
function inspect(e){const{signal:n}=new AbortController
return(0,o.inspectDefaultEngine)({build:true,smoke:true},{docker:g.vK,exec:a.m,env:process.env,signal:n,builder:e})}async function inspectAgain(e){const n=(0,i.Bu)(e.builder,process.env[i.ez])
return n?.driver==="docker"?{...e,builder:n}:inspect()}const builderOf=({builder:e})=>({builder:e?.name??"",platforms:e?.platforms??[]})
async function foreignPlatforms(e,n,t){const r=n?.driver??e.builder?.driver
if(r==="remote"||r==="kubernetes")return[]
const o=n?.nodes.flatMap(e=>e.platforms??[])??[]
const s=e.native===undefined?[]:[e.native]
const a=t.filter(e=>!(0,i.Q2)([...s,...o],e))
if(a.length===0)return[]
const c=e.builder?.driver==="docker"&&e.builder.platforms.length>0
const u=c?e.builder:(0,i.kj)(await(0,g.vK)(["buildx","inspect","default"]))
return a.filter(e=>!(0,i.Q2)(u?.platforms??[],e))}async function imageSources({native:e="linux/amd64",mirrors:n=[]},t){const r=(await(0,s.pV)(process.env))?.fromFork
const i=(0,c.ph)([...t.mirror].map(([e,n])=>`${e}=${n}`))
return{native:e,mirrors:(0,v.M)(i,n),tokenHosts:(0,c.br)(t.registryTokenHosts),cache:!t.cacheImages?"off":r?"read":"read-write"}}async function buildkitImage(e,n,t){if(e.driver==="remote"||n.driverOpts.some(e=>e.startsWith("image=")))return undefined
if(!isHere(e,n))return{name:n.buildkitImage,origin:"pulled"}
return(0,m.gX)("fetching the BuildKit image",()=>provideImage(n.buildkitImage,t),({origin:e})=>describeOrigin("BuildKit",e))}const isHere=({driver:e,nodes:n},{endpoint:t})=>e==="docker-container"&&n.length===0&&t===undefined
function describeEngine({server:e,buildx:n,compose:t,builder:r}){const i=[`Docker ${e??"does not answer"}`,`buildx ${n??"missing"}`,`Compose ${t??"missing"}`,r&&`builder ${r.name} (${r.driver}) for ${r.platforms.join(", ")}`]
return i.filter(Boolean).join(", ")}}),40425:((e,n,t)=>{t.d(n,{FO:()=>exitCodeOf,LL:()=>exitCodeOfError,NS:()=>s,hS:()=>a})
var r=t(63691)
var i=t(40318)
var o=t(85465)
const s={fine:0,failed:1,usage:2,environment:3,interrupted:130}
const a=[{code:s.fine,meaning:"success"},{code:s.failed,meaning:"a failure: of a Dockerfile, a build, a health check, a publication"},{code:s.usage,meaning:"an error on the command line or in the catalog"},{code:s.environment,meaning:"an error of the environment: no engine, no emulation, a registry that does not answer"},{code:s.interrupted,meaning:"interrupted"}]
const c=/^(engine|registry|docker|git|github|network|environment|login)\//
function exitCodeOfError(e){if(!(e instanceof o.yo)||e instanceof i.KQ)return s.failed
return e.problems.some(({code:e})=>c.test(e))?s.environment:s.usage}function exitCodeOf({plan:e,verifyHost:n,doctor:t,...i}){if(t!==undefined)return exitCodeOfDoctor(t)
const o=i.verify?.images.some(({digest:e})=>e===undefined)||n?.images.some(({state:e})=>["absent","old","foreign","unsigned"].includes(e))
if(o)return s.failed
if(e!==undefined)return codeOf((0,r.ZH)({plan:e,...i}))
const a=new Set(n?.smoke.services.map(({verdict:e})=>e))
return a.has("unhealthy")?s.failed:a.has("unknown")?s.environment:s.fine}function codeOf(e){switch(e.kind){case"failed":return e.unanswered?s.environment:s.failed
case"cancelled":return s.interrupted
case"held":case"planned":case"well":return s.fine
default:return e}}function exitCodeOfDoctor({checks:e}){const n=e.filter(({state:e})=>e==="failed")
if(n.some(({id:e})=>e!=="catalog"))return s.environment
return n.length>0?s.usage:s.fine}}),45714:((e,n,t)=>{t.d(n,{k:()=>i,w:()=>isDocument})
var r=t(16496)
const i=["success","failure","cancelled","skipped"]
function isDocument(e,n,t){const{kind:i,version:o}=(0,r.Ag)(n)??{}
const s={kind:e.shape.kind.value,version:e.shape.version.value}
if(i!==s.kind)t(`is not a ${s.kind} document`)
else if(o!==s.version)t(`is version ${o} of ${i}, and this program reads version ${s.version}`)
else return(0,r.lA)(e,n,e=>t(`is not a valid ${i} document: ${e}`))
return false}}),44174:((e,n,t)=>{t.d(n,{A:()=>parseOptions})
var r=t(76760)
var i=t(91736)
var o=t(85465)
var s=t(29799)
var a=t(8780)
function parseOptions(e,{env:n,cwd:t},i){const a=[]
const c={}
for(const t of declarationsFor(i)){const r=t.env&&n[t.env]||t.default
try{c[camelCase(t.name)]=parse(t,e[t.name],r)}catch(e){if(!(e instanceof o.yo))throw e
a.push(...e.problems)}}if(a.length>0)throw new o.yo(a)
const u=c
return{...u,out:u.out?(0,r.resolve)(t,u.out):(0,s.Y6)(n,(0,r.resolve)(t,u.catalog))}}function declarationsFor(e){const n=a.fF
const t=n.filter(({stages:n})=>e!==undefined&&n.includes(e))
return new Map([...n.toReversed(),...t].map(e=>[e.name,e])).values()}function camelCase(e){return e.replace(/-(.)/g,(e,n)=>n.toUpperCase())}function parse(e,n,t){const r=typeof n==="string"&&n.trim()===""||Array.isArray(n)&&n.every(e=>e.trim()==="")
if(r&&e.refuseBlank)throw invalidOption(e,"the value is empty",{why:"an empty value would select everything; GitHub empties job outputs that may contain a secret",fix:`omit it for the default (${e.default}), or check the job output that it comes from`})
const i=n===undefined||r?t:n
return c[e.kind](e,i===e.none?undefined:i)}const c={string:single((e,n)=>n),path:single((e,n)=>n),flag:(e,n)=>typeof n==="boolean"?n:single(parseFlag)(e,n)??false,list:(e,n)=>toList(n,/[,\n]/),lines:(e,n)=>toList(n,/\n/),number:single(parseNumber),duration:single(parseDurationOption),choice:single((e,n)=>{const t=e.wasFlag?n.replace(/^true$/i,"on").replace(/^false$/i,"off"):n
if(e.choices?.includes(t))return t
throw invalidOption(e,`invalid value "${n}"`,{fix:`use one of ${e.choices?.join(", ")}`})}),pairs:(e,n)=>new Map(toList(n,/[,\n]/).map(n=>parsePair(e,n))),event:single((e,n)=>{const t=parseEvent(n)
if(t!==undefined)return t
const r="push:<branch>, tag:<tag>, pull_request:<number>, merge_group:<base>, schedule:<branch>, manual"
throw invalidOption(e,`invalid event "${n}"`,{fix:`use one of ${r}`})})}
function single(e){return(n,t)=>{const r=typeof t==="string"?t:Array.isArray(t)?t.at(-1):undefined
return r===undefined?undefined:e(n,r)}}function toList(e,n){const t=typeof e==="string"?[e]:Array.isArray(e)?e:[]
return t.flatMap(e=>e.split(n)).map(e=>e.trim()).filter(e=>e!=="")}function parseFlag(e,n){if(/^(true|True|TRUE)$/.test(n.trim()))return true
if(/^(false|False|FALSE)$/.test(n.trim()))return false
throw invalidOption(e,`"${n.trim()}" is neither true nor false`)}function parseNumber(e,n){if(/^[1-9]\d{0,5}$/.test(n.trim()))return Number(n)
throw invalidOption(e,`"${n}" is not a whole number of at least 1`)}function parseDurationOption(e,n){const t=(0,i.E9)(n.trim())
if(!t.ok)throw invalidOption(e,`${JSON.stringify(n.trim())} is not a duration of at most a day`,{fix:"for example 58m or 1h30m"})
if(t.value===0)throw invalidOption(e,"the duration must be more than 0")
return t.value}function parsePair(e,n){const t=n.indexOf("=")
if(t>=1&&t<n.length-1)return[n.slice(0,t),n.slice(t+1)]
throw invalidOption(e,`"${n}" is not a key and a value`,{fix:`write ${e.placeholder??"key=value"}`})}function invalidOption(e,n,t={}){return new o.yo({code:"options/value",message:`${e.name}: ${n}`,...t})}function parseEvent(e){const[,n="",,t=""]=/^([^:]*)(:(.*))?$/s.exec(e)??[]
if(n==="manual")return t===""?{kind:n}:{kind:n,branch:t}
if(t==="")return undefined
switch(n){case"push":case"schedule":return{kind:n,branch:t}
case"tag":return{kind:n,tag:t}
case"merge_group":return{kind:n,base:t}
case"pull_request":return/^[1-9]\d*$/.test(t)?{kind:n,number:Number(t),head:"",base:"",fork:true}:undefined
default:return undefined}}}),74656:((e,n,t)=>{t.d(n,{JF:()=>parseJobResults,We:()=>isPublishMissing,ZL:()=>failedJobsText,mZ:()=>hasCancelled})
var r=t(45714)
var i=t(85465)
function parseJobResults(e){const n=[]
const t=e.flatMap(e=>{const t=e.lastIndexOf("=")
const i=r.k.find(n=>n===e.slice(t+1).trim())
if(i!==undefined)return[t<1?{result:i}:{job:e.slice(0,t).trim(),result:i}]
n.push(e)
return[]})
if(n.length===0)return t
throw new i.yo(n.map(e=>({code:"options/value",message:`job-results: ${JSON.stringify(e.slice(0,100))} is not the result of a job`,fix:"write join(needs.*.result, ','), or publish= and needs.publish.result for each job: docs/comments.md"})))}const hasCancelled=(e=[])=>e.some(({result:e})=>e==="cancelled")
function failedJobsText({jobs:e=[]}){const n=e.filter(({result:e})=>e==="failure")
if(n.length===0)return undefined
const t=n.flatMap(({job:e})=>e??[])
const r=t.length===n.length?`${t.length===1?"job":"jobs"} ${t.join(", ")}`:"a job"
return`${r} failed without a result: ${n.length===1?"its log says":"the logs say"} more`}function isPublishMissing({jobs:e=[],publish:n}){if(n!==undefined)return false
const t=e.filter(({job:e})=>e==="publish")
if(t.length>0)return t.some(({result:e})=>e!=="success")
const isBad=({job:e,result:n})=>e===undefined&&(n==="failure"||n==="cancelled")
return e.some(isBad)}}),63691:((e,n,t)=>{t.d(n,{$L:()=>isDone,HN:()=>colorOf,ZH:()=>runVerdict,fy:()=>verdictOfProblems})
var r=t(77598)
var i=t(85465)
var o=t(74656)
var s=t(81067)
const a={published:"green",unchanged:"green",superseded:"green","not part of this release":"green",built:"green",planned:"green",held:"yellow",failed:"red",blocked:"red",skipped:"red",cancelled:"red",unknown:"red"}
const colorOf=({outcome:e})=>a[e]
const isDone=e=>colorOf(e)==="green"&&e.outcome!=="planned"
function runVerdict(e,n=(0,s.h)(e)){if((0,o.mZ)(e.jobs))return{kind:"cancelled",color:"red"}
const t=n.filter(({outcome:e})=>e==="failed"||e==="blocked"||e==="unknown")
const r=n.filter(({outcome:e})=>e==="skipped")
const i=t.length>0?t:r
const a=(0,o.ZL)(e)
if(i.length>0){const e=idOf(i.map(({service:e,problem:n,why:t})=>`${e}\n${n??t}`))
const n=a===undefined&&t.every(({outcome:e,away:n})=>e==="unknown"||n)&&(r.length===0||t.some(({away:e})=>e))
return{kind:"failed",color:"red",id:e,...n&&{unanswered:true}}}if(a!==undefined)return{kind:"failed",color:"red",id:idOf([a])}
if(n.some(({outcome:e})=>e==="cancelled"))return{kind:"cancelled",color:"red"}
if(n.some(({outcome:e})=>e==="planned"))return{kind:"planned",color:"green"}
if(n.some(({outcome:e})=>e==="held"))return{kind:"held",color:"yellow"}
return{kind:"well",color:"green"}}function verdictOfProblems(e){return{kind:"failed",color:"red",id:idOf(e.map(i.Vw))}}function idOf(e){return(0,r.createHash)("sha256").update(e.map(lasting).sort().join("\n")).digest("hex").slice(0,16)}function lasting(e){return e.replace(/\b(sha256:)?[0-9a-f]{7,64}\b/g,"#").replace(/\d+([.,]\d+)*/g,"#").trim()}}),9851:((e,n,t)=>{t.d(n,{Q:()=>checkedImages,r:()=>isPlanAlone})
var r=t(65538)
function isPlanAlone({build:e,verify:n,smoke:t,sign:r,publish:i}){return[e,n,t,r,i].every(e=>e===undefined)}function checkedImages({build:e,verify:n}){if(e===undefined||n===undefined)return e?.images??n?.images??[]
return(0,r.uJ)(e,n).images}}),81067:((e,n,t)=>{t.d(n,{h:()=>toRows})
var r=t(65538)
var i=t(39893)
var o=t(74656)
function decisionOf(e){const n=new Set(e.map(({decision:e})=>e.kind))
return n.has("blocked")?"blocked":n.has("build")?"build":"unchanged"}function outcomeOf(e,n){const{service:t,planned:i,built:s,checked:a,smoked:c,signed:u,published:d}=n
const{policy:l}=t
const f=new Set(s.map(({outcome:e})=>e))
if(decisionOf(i)==="blocked")return"blocked"
for(const e of["failed","cancelled","skipped"])if(f.has(e))return e
if(l.verify==="required"&&a.some(({checks:e})=>(0,r.HH)(e).length>0))return"failed"
const p=l.smoke==="advisory"||d?.exception!==undefined
const m=new Set(p?[]:c.map(({verdict:e})=>e))
if(m.has("unhealthy")||d?.outcome==="failed")return"failed"
const g=e.build!==undefined&&i.some(e=>isUnbuilt(e,s))
if(g&&(d===undefined||d.outcome==="skipped"))return"unknown"
if(m.has("unknown"))return"unknown"
if(d!==undefined)return hasHeldTags(d)?"held":d.outcome
if(u?.outcome==="failed")return"failed"
if(m.has("not tried"))return"skipped"
if((0,o.We)(e))return e.jobs?.some(({result:e})=>e==="cancelled")?"cancelled":"unknown"
if(s.length===0&&decisionOf(i)==="unchanged")return"unchanged"
if(e.build===undefined)return"planned"
return f.has("built")?"built":"unchanged"}function isUnbuilt({platform:e,decision:n},t){return n.kind==="build"&&!t.some(n=>n.platform===e)}function hasHeldTags({outcome:e,tags:n,copies:t=[]}){if(e!=="published"&&e!=="unchanged")return false
return[...n,...t.flatMap(e=>e.tags)].some(({state:e})=>e==="held")}const s=new Set(["published","unchanged","superseded","not part of this release"])
function firstProblem(e,n){const{planned:t,built:r,smoked:i}=e
const o=i.some(({verdict:e})=>e==="unknown")
if(n==="unknown"&&!o)return t.some(e=>isUnbuilt(e,r))?lostText("builds"):lostText("publishes")
return documentedProblem(e)??(n==="cancelled"?"cancelled":undefined)}const lostText=e=>`the job that ${e} it ended without a result: its log says more`
function documentedProblem({planned:e,built:n,checked:t,smoked:i,signed:o,published:a}){for(const{decision:n}of e)if(n.kind==="blocked")return n.problems[0]?.message
const c=n.find(({error:e})=>e!==undefined)
if(c?.error)return c.error.message
const[u]=t.flatMap(({checks:e})=>(0,r.HH)(e))
if(u)return(0,r.ZA)(u)
const d=i.find(({verdict:e})=>e!=="healthy"&&e!=="skipped")
if(d&&a?.exception===undefined)return d.failure?.guess??d.reason
if(o?.outcome==="failed"&&a===undefined)return o.reason
if(a!==undefined&&!s.has(a.outcome))return a.reason
const l=a?.outcome==="superseded"?undefined:a?.tags.find(({state:e})=>e==="held")
return l&&`${l.tag} held: ${l.why??a?.reason??""}`}var a=t(9851)
function toRows(e){const n=new Set(e.plan.selected)
const t=e.plan.waves.flat().filter(e=>n.has(e))
const r=new Map(e.plan.services.map(e=>[e.name,e]))
const i={planned:byService(e.plan.images),built:byService(e.build?.images),checked:byService((0,a.Q)(e)),smoked:byService(e.smoke?.services),signed:byService(e.sign?.services),published:byService(e.publish?.services)}
return t.flatMap(n=>{const t=r.get(n)
return t===undefined?[]:[toRow(e,t,i)]})}const byService=e=>Map.groupBy(e??[],({service:e})=>e)
function toRow(e,n,t){const own=e=>e.get(n.name)??[]
const r=own(t.planned)
const o=own(t.built)
const s=own(t.checked)
const a=own(t.smoked)
const[c]=own(t.signed)
const[u]=own(t.published)
const d=r.flatMap(e=>{const n=o.find(({platform:n})=>n===e.platform)?.size
return n??(e.decision.kind==="unchanged"?e.decision.size:[])})
const l=o.flatMap(e=>e.layers??[])
const f=o.filter(({outcome:e})=>e==="built").map(({durationMs:e})=>e??0)
const[p]=a.flatMap(({probes:e})=>e.slice(0,1))
const m=u?.digest??o[0]?.digest??digestOf(r[0])
const g={service:n,planned:r,built:o,checked:s,smoked:a,signed:c,published:u}
const h=outcomeOf(e,g)
const v=firstProblem(g,h)
const{verdict:b,reason:w,warnings:y=[],passedBefore:k,readyMs:E,architecture:$}=worst(a)??{}
const O=[...y.map(e=>`\u26a0\ufe0f ${e}`),w].filter(Boolean).join("; ")
const x=whyKept(o)
const S=d.length===r.length?changeOf(r,sum(d)):undefined
return{...{service:n.name,title:n.title},...(0,i.s)({phase:n.phase}),decision:decisionOf(r),why:[...warningsOf(u),whyNot(u)??x??whyOf(r)].filter(Boolean).join("; "),...x!==undefined&&{kept:true},outcome:h,platforms:r.map(({platform:e})=>e),...(0,i.s)({digest:m}),...d.length>0&&{size:sum(d)},...(0,i.s)({change:S}),...l.length>0&&{layers:sum(l)},...f.length>0&&{buildMs:sum(f)},...checksOf(s),...(0,i.s)({health:b}),...O!==""&&{healthNote:O},...(0,i.s)({passedBefore:k,latencyMs:p?.latencyMs,readyMs:E,architecture:$}),tags:u?.tags.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)??[],...(0,i.s)({problem:v}),...isAway(o,u??c)&&{away:true}}}function checksOf(e){const n=e.flatMap(({checks:e})=>e)
if(n.length===0)return{}
const t=n.filter(({ok:e})=>!e)
const i=(0,r.HH)(t)
const names=e=>e.map(({name:e})=>e)
const o=t.filter(e=>!i.includes(e))
return{checks:{passed:n.length-t.length,failed:names(i),warned:names(o)}}}const c=new Set(["registry/unreachable","registry/unavailable"])
function isAway(e,n){const t=e.filter(({outcome:e})=>e==="failed")
if(t.length>0)return t.every(({error:e})=>c.has(e?.code))
return n?.outcome==="failed"&&c.has(n.code)}const sum=e=>e.reduce((e,n)=>e+n,0)
function changeOf(e,n){const t=e.flatMap(({decision:e})=>{if(e.kind==="unchanged")return e.size
return e.kind==="build"&&e.before!==undefined?e.before.size:[]})
return t.length===e.length?n-sum(t):undefined}function digestOf(e){return e?.decision.kind==="unchanged"?e.decision.digest:undefined}function whyOf(e){const n=decisionOf(e)
const t=e.filter(({decision:e})=>e.kind===n).flatMap(({decision:e})=>e.reasons)
return[...new Set(t.map(({detail:e})=>e))].join("; ")}function whyNot(e){const{outcome:n,reason:t}=e??{}
return n==="not part of this release"||n==="superseded"?[n,t].filter(Boolean).join(": "):undefined}const warningsOf=e=>(e?.warnings??[]).map(e=>`\u26a0\ufe0f ${e}`)
function whyKept(e){const n=e.map(({reason:e})=>e)
return n.length>0&&n.every(e=>e!==undefined)?n[0]:undefined}function worst(e){return[...e].sort((e,n)=>r.uI[n.verdict]-r.uI[e.verdict])[0]}}),40318:((e,n,t)=>{t.d(n,{Ao:()=>stoppedOutcome,KQ:()=>StageTimeout,LH:()=>openDeadline,Z5:()=>cleanupSignal,l7:()=>timeoutMessage,mm:()=>isCancelled})
var r=t(85465)
class StageTimeout extends r.yo{constructor(e,n){super({code:"stage/timeout",message:`${e} did not finish within ${formatLimit(n)}`,why:"`timeout` ends it so that the results so far are kept",fix:"see the last lines of its log for what hung, or raise `timeout` and the step's timeout-minutes"})}}function openDeadline(e,n,t){if(n===undefined)return{signal:e,[Symbol.dispose]:()=>{}}
const r=new AbortController
const i=setTimeout(()=>r.abort(new StageTimeout(t,n)),n)
return{signal:AbortSignal.any([e,r.signal]),[Symbol.dispose]:()=>clearTimeout(i)}}function timeoutMessage({reason:e}){return e instanceof StageTimeout?e.problems[0]?.message:undefined}const isCancelled=e=>e.aborted&&timeoutMessage(e)===undefined
function stoppedOutcome(e){const n=timeoutMessage(e)
return n===undefined?{outcome:"cancelled"}:{outcome:"failed",error:{message:n}}}function cleanupSignal(e){return timeoutMessage(e)===undefined?e:AbortSignal.timeout(6e4)}function formatLimit(e){return e>=12e4?`${Math.round(e/6e4)} minutes`:`${e/1e3} s`}})}
