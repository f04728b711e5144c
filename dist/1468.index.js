export const id=1468
export const ids=[1468]
export const modules={46814:((e,n,r)=>{r.d(n,{K:()=>readInputs})
var t=r(96251)
var o=r(61e3)
var i=r(57741)
const s={"github-token":e=>[e],"registry-password":e=>[e],logins:i.g}
function readInputs(e){return Object.fromEntries((0,o.cz)(e,"action").map(({name:e})=>{const n=`INPUT_${e.toUpperCase()}`
if(process.env[n]===undefined)return[e,undefined]
const r=(0,t.V4)(e)
const o=s[e]
if(r!==""&&o!==undefined){for(const e of o(r))(0,t.Pq)(e)
delete process.env[n]}return[e,r]}))}}),1468:((e,n,r)=>{r.r(n)
r.d(n,{setup:()=>setup})
var t=r(96251)
var o=r(17048)
var i=r(41609)
var s=r(56008)
var a=r(37432)
var c=r(40641)
var u=r(48791)
var d=r(49588)
var f=r(6391)
var l=r(92882)
var p=r(46814)
var m=r(83142)
var g=r(32534)
var h=r(27994)
var w=r(65804)
var y=r(70054)
var v=r(82237)
var b=r(51455)
var k=r(30156)
var E=r(46607)
var x=undefined&&undefined.__addDisposableResource||function(e,n,r){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var t,o
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=n[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=n[Symbol.dispose]
if(r)o=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(o)t=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:t,async:r})}else if(r){e.stack.push({async:true})}return n}
var $=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(r){n.error=n.hasError?new e(r,n.error,"An error was suppressed during disposal."):r
n.hasError=true}var r,t=0
function next(){while(r=n.stack.pop()){try{if(!r.async&&t===1)return t=0,n.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,r){var t=new Error(r)
return t.name="SuppressedError",t.error=e,t.suppressed=n,t})
const j={engine:"was in the engine",cache:"came out of the cache",registry:"was fetched",pulled:"is left to the engine"}
const toldOf=(e,n)=>`the image of ${e} ${j[n]}`
async function provideImage(e,n){const r={stack:[],error:void 0,hasError:false}
try{const t=await imageInEngine(e)
if(t!==undefined)return t
const o=x(r,await(0,v.a)(e,n),true)
return await intoEngine(e,o)}catch(e){r.error=e
r.hasError=true}finally{const e=$(r)
if(e)await e}}async function intoEngine(e,n){const r=ownName(e)
if(n!==undefined&&await loaded(n.layout,r))return{name:r,origin:n.origin}
if((0,f.F2)(e).digest===undefined)return{name:e,origin:"pulled"}
const{exitCode:t}=await(0,g.eF)(["docker","pull","--",e])
return{name:t===0&&await tagged(e,r)?r:e,origin:"pulled"}}async function imageInEngine(e){if((0,f.F2)(e).digest===undefined)return undefined
const n=ownName(e)
const r=await hasImage(n)||await tagged(e,n)
return r?{name:n,origin:"engine"}:undefined}async function loaded(e,n){const r=`${e.folder}.tar`
try{await(0,E.K9)(e,n,r)
const{exitCode:t}=await(0,g.eF)(["docker","load","--quiet",`--input=${r}`])
return t===0&&await hasImage(n)}catch(e){console.log(e instanceof Error?e.message:e)
return false}finally{await(0,b.rm)(r,{force:true})}}function ownName(e){const{repository:n,digest:r=""}=(0,f.F2)(e)
return`localhost:1/lucid/${n.split("/").at(-1)}:${r.replace(":","-")}`}async function hasImage(e){const n=await(0,k.V)(process.env)
const r=await(n?.({method:"GET",path:`/images/${e}/json`}).catch(()=>undefined))
if(r!==undefined)return r.status===200
return(await(0,g.vK)(["image","inspect","--format={{.Id}}","--",e])).exitCode===0}async function tagged(e,n){return await hasImage(e)&&(await(0,g.vK)(["image","tag",e,n])).exitCode===0}var I=r(48161)
var S=r(76760)
async function rootBesideEngine({machine:e}){if(process.platform!=="linux"||e?.name!==(0,I.hostname)()||e.kernel!==(0,I.release)())return undefined
await(0,b.access)("/proc/sys/fs/binfmt_misc/status").catch(()=>{})
if(process.getuid?.()===0)return[]
const n=await(0,g.jQ)(["sudo","-n","true"]).catch(()=>undefined)
return n?.exitCode===0?["sudo","-n"]:undefined}async function runAsRoot(e,n,r){const t=await(0,b.mkdtemp)((0,S.join)(process.env.RUNNER_TEMP||(0,I.tmpdir)(),"lucid-rootfs-"))
try{await unpack(n,t)
const o='mount --rbind /proc "$0/proc" && exec env -i "$@"'
const i=Object.entries({PATH:A,...n.env}).map(([e,n])=>`${e}=${n}`)
const s=["chroot",t,...n.entrypoint??[],...r]
const a=["unshare","--mount","sh","-c",o,t,...i,...s]
return await(0,g.eF)(e.length===0?a:[...e,...a])}finally{await(0,b.rm)(t,{recursive:true,force:true}).catch(()=>{})}}async function unpack({folder:e,layers:n},r){for(const{digest:t}of n){const n=[`--file=${(0,S.join)(e,(0,E.c7)(t))}`,`--directory=${r}`]
const{exitCode:o,stderr:i}=await(0,g.eF)(["tar","--extract",...n,"--no-same-owner","--exclude=.wh.*"])
if(o!==0)throw new Error(`tar failed: ${(0,y.P)(i)}`)}for(const e of["proc","tmp"])await(0,b.mkdir)((0,S.join)(r,e),{recursive:true})}const A="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
var C=r(44631)
var P=undefined&&undefined.__addDisposableResource||function(e,n,r){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var t,o
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=n[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=n[Symbol.dispose]
if(r)o=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(o)t=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:t,async:r})}else if(r){e.stack.push({async:true})}return n}
var O=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(r){n.error=n.hasError?new e(r,n.error,"An error was suppressed during disposal."):r
n.hasError=true}var r,t=0
function next(){while(r=n.stack.pop()){try{if(!r.async&&t===1)return t=0,n.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,r){var t=new Error(r)
return t.name="SuppressedError",t.error=e,t.suppressed=n,t})
async function emulate(e,n,r,t){const o={stack:[],error:void 0,hasError:false}
try{const i=[...new Set(e.map(e=>e.split("/")[1]??e))]
const s=["--install",i.join(",")]
const told=()=>`QEMU registered for ${e.join(", ")}`
const a=await(0,C.a)(()=>imageInEngine(n),e=>e&&toldOf("binfmt",e.origin))
const c=P(o,a?undefined:await(0,C.a)(()=>(0,v.a)(n,r),e=>e&&toldOf("binfmt",e.origin)),true)
if(c!==undefined&&t!==undefined){const e=await(0,C.a)(()=>registerHere(s,c.layout,t),e=>e===undefined?told():`not without a container: ${e}`)
if(e===undefined)return c.origin}const u=a??await(0,C.a)(()=>intoEngine(n,c),({origin:e})=>e==="pulled"?toldOf("binfmt",e):undefined)
await(0,C.a)(()=>registerInContainer(e,s,u),told)
return u.origin}catch(e){o.error=e
o.hasError=true}finally{const e=O(o)
if(e)await e}}async function registerHere(e,n,r){try{return whyNot(await runAsRoot(r,n,e))}catch(e){return e instanceof Error?e.message:String(e)}}async function registerInContainer(e,n,{name:r,origin:t}){const o=t==="pulled"?[]:["--pull=never"]
const i=await(0,g.eF)(["docker","run","--privileged","--rm",...o,"--",r,...n]).then(whyNot,e=>e.message)
if(i!==undefined)throw new s.yo({code:"engine/emulation",message:`QEMU for ${e.join(", ")} cannot be registered`,why:i,fix:"run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner"})}function whyNot({exitCode:e,stderr:n}){if(e!==0)return(0,y.P)(n)
const r=/^(?:error: |installing: \S+ (?!OK$))(.*)$/gm
return[...n.matchAll(r)].map(([,e=""])=>e).find(e=>!e.endsWith("already registered"))}var N=r(95205)
async function setup(){const e=performance.now()
try{const n=(0,u.A)((0,p.K)("setup"),{env:process.env,cwd:process.cwd()})
const r=await(0,l.Df)(()=>prepare(n))
if(r.created!==undefined)(0,t.dN)("BUILDX_BUILDER",r.created)
if(r.emulated.length>0)(0,t.dN)(o.ez,r.emulated.join(","))
if(r.dockerConfig!==undefined){(0,t.dN)("DOCKER_CONFIG",r.dockerConfig);(0,t.dN)("BUILDX_CONFIG",process.env.BUILDX_CONFIG??"")}(0,t.uH)("builder",r.builder);(0,t.uH)("platforms",r.platforms.join(","));(0,t.uH)("emulated",r.emulated.join(","));(0,t.uH)("images",JSON.stringify(r.images))
console.log(`ready for ${n.platforms.join(", ")} in ${(0,C.F)(performance.now()-e)}`)}catch(e){await(0,l.TF)(e)
process.exitCode=(0,c.LL)(e)}}async function prepare(e){const n=await(0,C.a)(()=>(0,m.E8)(e),e=>e&&`logged in at ${e.hosts.join(", ")}`)
if(e.emulate&&e.cacheImages&&e.platforms.some(isForeign))(0,N.Lj)()
const r=await(0,C.a)(setup_look,inWords)
const t=(0,o.p7)(r,{build:true,smoke:true})
const i=t.filter(({code:e})=>_.has(e))
if(t.length>i.length)throw new s.yo(t)
const a=await(0,h.z$)(i[0],e)
const c=e.emulate?await foreignPlatforms(r,a,e.platforms):[]
const u=await supplyOf(r,e)
const d={}
if(c.length>0){d.binfmt=await emulate(c,e.binfmtImage,u,await rootBesideEngine(r))
process.env[o.ez]=c.join(",")}const f={build:true,smoke:true,platforms:e.platforms}
if(a===undefined){const e=(0,o.hh)(c.length>0?await lookAgain(r):r,f)
return{...builderOf(e),created:undefined,emulated:c,dockerConfig:n?.folder,images:d}}console.log(`a builder is made for this job: ${a.why}`)
const l=await buildkitImage(a,e,u)
if(l!==undefined&&isHere(a,e))d.buildkit=l.origin
const p=await(0,C.a)(()=>(0,h.Ij)(a,e,l,u.mirrors),e=>`builder ${e} (${a.driver}) created`)
const g=(0,o.hh)(await setup_look(p),f)
return{...builderOf(g),created:p,builder:p,emulated:c,dockerConfig:n?.folder,images:d}}const _=new Set(["engine/image-store","engine/builder"])
const isForeign=e=>e.split("/")[1]!==(process.arch==="x64"?"amd64":process.arch)
function setup_look(e){const{signal:n}=new AbortController
return(0,i.lookAtUsualEngine)({build:true,smoke:true},{docker:g.vK,exec:d.m,env:process.env,signal:n,builder:e})}async function lookAgain(e){const n=(0,o.c4)(e.builder,process.env[o.ez])
return n?.driver==="docker"?{...e,builder:n}:setup_look()}const builderOf=({builder:e})=>({builder:e?.name??"",platforms:e?.platforms??[]})
async function foreignPlatforms(e,n,r){const t=n?.driver??e.builder?.driver
if(t==="remote"||t==="kubernetes")return[]
const i=n?.nodes.flatMap(e=>e.platforms??[])??[]
const s=e.native===undefined?[]:[e.native]
const a=r.filter(e=>!(0,o.Q2)([...s,...i],e))
if(a.length===0)return[]
const c=e.builder?.driver==="docker"&&e.builder.platforms.length>0
const u=c?e.builder:(0,o.kj)(await(0,g.vK)(["buildx","inspect","default"]))
return a.filter(e=>!(0,o.Q2)(u?.platforms??[],e))}async function supplyOf({native:e="linux/amd64",mirrors:n=[]},r){const t=(await(0,a.p)(process.env))?.fromFork
const o=(0,f.ph)([...r.mirror].map(([e,n])=>`${e}=${n}`))
return{native:e,mirrors:(0,w.M)(o,n),cache:!r.cacheImages?"off":t?"read":"read-write"}}async function buildkitImage(e,n,r){if(e.driver==="remote"||n.driverOpts.some(e=>e.startsWith("image=")))return undefined
if(!isHere(e,n))return{name:n.buildkitImage,origin:"pulled"}
return(0,C.a)(()=>provideImage(n.buildkitImage,r),({origin:e})=>toldOf("BuildKit",e))}const isHere=({driver:e,nodes:n},{endpoint:r})=>e==="docker-container"&&n.length===0&&r===undefined
function inWords({server:e,buildx:n,compose:r,builder:t}){const o=[`Docker ${e??"does not answer"}`,`buildx ${n??"missing"}`,`Compose ${r??"missing"}`,t&&`builder ${t.name} (${t.driver}) for ${t.platforms.join(", ")}`]
return o.filter(Boolean).join(", ")}}),30156:((e,n,r)=>{r.d(n,{Q:()=>apiAt,V:()=>usualApi})
var t=r(31421)
var o=r(37067)
var i=r(57075)
var s=r(45364)
const a="v1.45"
function apiAt(e,n){const r=socketOf(e)
if(r===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const t=new o.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:r,agent:t})}catch(n){if(n.stale)return asked(e,{socketPath:r})
throw n}}}async function usualApi(e){const n=await(0,s.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,t.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let r=""
n.stderr.on("data",e=>{r=(r+e.toString()).slice(-2e3)})
const o=new i.Duplex({read:()=>void n.stdout.resume(),write:(e,r,t)=>void n.stdin.write(e,()=>t())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!o.push(e))n.stdout.pause()})
n.on("error",e=>o.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)o.push(null)
else o.destroy(new Error(r.trim()||`docker system dial-stdio ended with ${e}`))})
o.on("close",()=>n.kill())
return o}const c=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:r,body:t,headers:i,signal:s,onData:u},d){return new Promise((f,l)=>{s?.throwIfAborted()
const p=t===undefined?undefined:JSON.stringify(t)
const m=r===undefined?"":`?${new URLSearchParams(r)}`
const g=(0,o.request)({...{...d,method:e,path:`/${a}${n}${m}`},headers:{...i,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...e==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>g.destroy()
s?.addEventListener("abort",abort,{once:true})
const fail=e=>{s?.removeEventListener("abort",abort)
if(s?.aborted)l(s.reason)
else l(g.reusedSocket&&c.has(e.code??"")?Object.assign(e,{stale:true}):e)}
g.on("error",fail)
g.on("response",e=>{const{statusCode:n=0}=e
const r=[]
const done=()=>{s?.removeEventListener("abort",abort)
f({status:n,headers:e.headers,text:Buffer.concat(r).toString()})}
const enough=()=>{done()
g.destroy()}
const t=n>=200&&n<300
e.on("data",e=>u&&t?u(e,enough):r.push(e))
e.on("error",fail)
e.on("end",done)})
g.end(p)})}}),41609:((e,n,r)=>{r.r(n)
r.d(n,{lookAtEngine:()=>lookAtEngine,lookAtUsualEngine:()=>lookAtUsualEngine,requireCompose:()=>requireCompose})
var t=r(30156)
var o=r(17048)
var i=r(47624)
async function lookAtEngine(e,n){const{docker:r,api:t,exec:s,env:a,signal:c,builder:u}=n
const d=t&&await Promise.all([infoOf(t,c),e.build?(0,i.wc)(s,"buildx",a,c):"",e.smoke?(0,i.wc)(s,"compose",a,c):"",e.build?(0,o.IK)(r,{signal:c,builder:u}):undefined])
c.throwIfAborted()
const[f,l,p,m]=d??[]
if(f===undefined||l===undefined||p===undefined)return(0,o.P7)(r,{signal:c,needs:e,...u!==undefined&&{builder:u}})
return{...(0,o.LV)(f,""),...l!==""&&{buildx:l},...p!==""&&{compose:p},...m!==undefined&&{builder:m}}}async function lookAtUsualEngine(e,n){return lookAtEngine(e,{...n,api:await(0,t.V)(n.env)})}async function requireCompose(e){(0,o.hh)(await lookAtEngine({smoke:true},e),{smoke:true})}async function infoOf(e,n){const r=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return r?.status===200?r.text:undefined}})}
