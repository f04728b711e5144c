export const id=8425
export const ids=[8425]
export const modules={97730:((e,t,n)=>{n.d(t,{Q:()=>apiAt,V:()=>usualApi})
var r=n(31421)
var s=n(37067)
var o=n(57075)
var i=n(96273)
const a="v1.45"
function apiAt(e,t){const n=socketOf(e)
if(n===undefined)return e=>asked(e,{createConnection:()=>dialed(t)})
const r=new s.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:n,agent:r})}catch(t){if(t.stale)return asked(e,{socketPath:n})
throw t}}}async function usualApi(e){const t=await(0,i.VH)(e)
return t===undefined||socketOf(t)===undefined?undefined:apiAt(t,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const t=(0,r.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let n=""
t.stderr.on("data",e=>{n=(n+e.toString()).slice(-2e3)})
const s=new o.Duplex({read:()=>void t.stdout.resume(),write:(e,n,r)=>void t.stdin.write(e,()=>r())})
t.stdin.on("error",()=>{})
t.stdout.on("data",e=>{if(!s.push(e))t.stdout.pause()})
t.on("error",e=>s.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
t.on("close",e=>{if(e===0)s.push(null)
else s.destroy(new Error(n.trim()||`docker system dial-stdio ended with ${e}`))})
s.on("close",()=>t.kill())
return s}const u=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:t,query:n,body:r,headers:o,signal:i,onData:c},d){return new Promise((l,f)=>{i?.throwIfAborted()
const p=r===undefined?undefined:JSON.stringify(r)
const h=n===undefined?"":`?${new URLSearchParams(n)}`
const m=(0,s.request)({...{...d,method:e,path:`/${a}${t}${h}`},headers:{...o,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...e==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>m.destroy()
i?.addEventListener("abort",abort,{once:true})
const fail=e=>{i?.removeEventListener("abort",abort)
if(i?.aborted)f(i.reason)
else f(m.reusedSocket&&u.has(e.code??"")?Object.assign(e,{stale:true}):e)}
m.on("error",fail)
m.on("response",e=>{const{statusCode:t=0}=e
const n=[]
const done=()=>{i?.removeEventListener("abort",abort)
l({status:t,headers:e.headers,text:Buffer.concat(n).toString()})}
const enough=()=>{done()
m.destroy()}
const r=t>=200&&t<300
e.on("data",e=>c&&r?c(e,enough):n.push(e))
e.on("error",fail)
e.on("end",done)})
m.end(p)})}}),9624:((e,t,n)=>{n.r(t)
n.d(t,{lookAtEngine:()=>lookAtEngine,lookAtUsualEngine:()=>lookAtUsualEngine,requireCompose:()=>requireCompose})
var r=n(34055)
var s=n(75747)
var o=n(97730)
async function lookAtEngine(e,t){const{docker:n,api:o,exec:i,env:a,signal:u,builder:c}=t
const d=o&&await Promise.all([infoOf(o,u),e.build?(0,r.wc)(i,"buildx",a,u):"",e.smoke?(0,r.wc)(i,"compose",a,u):"",e.build?(0,s.IK)(n,{signal:u,builder:c}):undefined])
u.throwIfAborted()
const[l,f,p,h]=d??[]
if(l===undefined||f===undefined||p===undefined)return(0,s.P7)(n,{signal:u,needs:e,...c!==undefined&&{builder:c}})
return{...(0,s.LV)(l,""),...f!==""&&{buildx:f},...p!==""&&{compose:p},...h!==undefined&&{builder:h}}}async function lookAtUsualEngine(e,t){return lookAtEngine(e,{...t,api:await(0,o.V)(t.env)})}async function requireCompose(e){(0,s.hh)(await lookAtEngine({smoke:true},e),{smoke:true})}async function infoOf(e,t){const n=await e({method:"GET",path:"/info",signal:t}).catch(()=>undefined)
return n?.status===200?n.text:undefined}}),70954:((e,t,n)=>{n.d(t,{K:()=>readInputs})
var r=n(96251)
var s=n(24628)
var o=n(44575)
var i=n(18883)
const a={"github-token":e=>[e],"registry-password":e=>[e],logins:i.g,"build-secrets":s.av,"ssh-keys":s.rh}
function readInputs(e){return Object.fromEntries((0,o.cz)(e,"action").map(({name:e})=>{const t=`INPUT_${e.toUpperCase()}`
if(process.env[t]===undefined)return[e,undefined]
const n=(0,r.V4)(e)
const s=a[e]
if(n!==""&&s!==undefined){for(const e of s(n))(0,r.Pq)(e)
delete process.env[t]}return[e,n]}))}}),90426:((e,t,n)=>{n.r(t)
n.d(t,{setup:()=>setup})
var r=n(96251)
var s=n(75747)
var o=n(9624)
var i=n(85177)
var a=n(44853)
var u=n(46257)
var c=n(95342)
var d=n(85465)
var l=n(40425)
var f=n(75019)
var p=n(70954)
var h=n(48403)
var m=n(34170)
var g=n(86310)
var w=n(55872)
var b=n(36113)
var v=n(51455)
var y=n(97730)
var x=n(11886)
var $=n(45095)
var k=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var E=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
const N={engine:"was in the engine",cache:"came out of the cache",registry:"was fetched",pulled:"is left to the engine"}
const toldOf=(e,t)=>`the image of ${e} ${N[t]}`
async function provideImage(e,t){const n={stack:[],error:void 0,hasError:false}
try{const r=await imageInEngine(e)
if(r!==undefined)return r
const s=k(n,await(0,b.a)(e,t),true)
return await intoEngine(e,s)}catch(e){n.error=e
n.hasError=true}finally{const e=E(n)
if(e)await e}}async function intoEngine(e,t){const n=ownName(e)
if(t!==undefined&&await loaded(t.layout,n))return{name:n,origin:t.origin}
if((0,x.F2)(e).digest===undefined)return{name:e,origin:"pulled"}
const{exitCode:r}=await(0,m.eF)(["docker","pull","--",e])
return{name:r===0&&await tagged(e,n)?n:e,origin:"pulled"}}async function imageInEngine(e){if((0,x.F2)(e).digest===undefined)return undefined
const t=ownName(e)
const n=await hasImage(t)||await tagged(e,t)
return n?{name:t,origin:"engine"}:undefined}async function loaded(e,t){const n=`${e.folder}.tar`
try{await(0,$.K9)(e,t,n)
const{exitCode:r}=await(0,m.eF)(["docker","load","--quiet",`--input=${n}`])
return r===0&&await hasImage(t)}catch(e){console.log(e instanceof Error?e.message:e)
return false}finally{await(0,v.rm)(n,{force:true})}}function ownName(e){const{repository:t,digest:n=""}=(0,x.F2)(e)
return`localhost:1/lucid/${t.split("/").at(-1)}:${n.replace(":","-")}`}async function hasImage(e){const t=await(0,y.V)(process.env)
const n=await(t?.({method:"GET",path:`/images/${e}/json`}).catch(()=>undefined))
if(n!==undefined)return n.status===200
return(await(0,m.vK)(["image","inspect","--format={{.Id}}","--",e])).exitCode===0}async function tagged(e,t){return await hasImage(e)&&(await(0,m.vK)(["image","tag",e,t])).exitCode===0}var S=n(48161)
var A=n(76760)
async function rootBesideEngine({machine:e}){if(process.platform!=="linux"||e?.name!==(0,S.hostname)()||e.kernel!==(0,S.release)())return undefined
await(0,v.access)("/proc/sys/fs/binfmt_misc/status").catch(()=>{})
if(process.getuid?.()===0)return[]
const t=await(0,m.jQ)(["sudo","-n","true"]).catch(()=>undefined)
return t?.exitCode===0?["sudo","-n"]:undefined}async function runAsRoot(e,t,n){const r=await(0,v.mkdtemp)((0,A.join)(process.env.RUNNER_TEMP||(0,S.tmpdir)(),"lucid-rootfs-"))
try{await unpack(t,r)
const s='mount --rbind /proc "$0/proc" && exec env -i "$@"'
const o=Object.entries({PATH:P,...t.env}).map(([e,t])=>`${e}=${t}`)
const i=["chroot",r,...t.entrypoint??[],...n]
const a=["unshare","--mount","sh","-c",s,r,...o,...i]
return await(0,m.eF)(e.length===0?a:[...e,...a])}finally{await(0,v.rm)(r,{recursive:true,force:true}).catch(()=>{})}}async function unpack({folder:e,layers:t},n){for(const{digest:r}of t){const t=[`--file=${(0,A.join)(e,(0,$.c7)(r))}`,`--directory=${n}`]
const{exitCode:s,stderr:o}=await(0,m.eF)(["tar","--extract",...t,"--no-same-owner","--exclude=.wh.*"])
if(s!==0)throw new Error(`tar failed: ${(0,m.Po)(o)}`)}for(const e of["proc","tmp"])await(0,v.mkdir)((0,A.join)(n,e),{recursive:true})}const P="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
var j=n(71275)
var O=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var D=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
async function emulate(e,t,n,r){const s={stack:[],error:void 0,hasError:false}
try{const o=[...new Set(e.map(e=>e.split("/")[1]??e))]
const i=["--install",o.join(",")]
const told=()=>`QEMU registered for ${e.join(", ")}`
const a=await(0,j.a)("looking for the image of QEMU",()=>imageInEngine(t),e=>e&&toldOf("binfmt",e.origin))
const u=O(s,a?undefined:await(0,j.a)("getting the image of QEMU",()=>(0,b.a)(t,n),e=>e&&toldOf("binfmt",e.origin)),true)
if(u!==undefined&&r!==undefined){const e=await(0,j.a)("registering QEMU",()=>registerHere(i,u.layout,r),e=>e===undefined?told():`not without a container: ${e}`)
if(e===undefined)return u.origin}const c=a??await(0,j.a)("loading the image of QEMU into the engine",()=>intoEngine(t,u),({origin:e})=>e==="pulled"?toldOf("binfmt",e):undefined)
await(0,j.a)("registering QEMU",()=>registerInContainer(e,i,c),told)
return c.origin}catch(e){s.error=e
s.hasError=true}finally{const e=D(s)
if(e)await e}}async function registerHere(e,t,n){try{return whyNot(await runAsRoot(n,t,e))}catch(e){return e instanceof Error?e.message:String(e)}}async function registerInContainer(e,t,{name:n,origin:r}){const s=r==="pulled"?[]:["--pull=never"]
const o=await(0,m.eF)(["docker","run","--privileged","--rm",...s,"--",n,...t]).then(whyNot,e=>e.message)
if(o!==undefined)throw new d.yo({code:"engine/emulation",message:`QEMU for ${e.join(", ")} cannot be registered`,why:o,fix:"run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner"})}function whyNot({exitCode:e,stderr:t}){if(e!==0)return(0,m.Po)(t)
const n=/^(?:error: |installing: \S+ (?!OK$))(.*)$/gm
return[...t.matchAll(n)].map(([,e=""])=>e).find(e=>!e.endsWith("already registered"))}var I=n(81438)
async function setup(){const e=performance.now()
try{const t=(0,c.A)((0,p.K)("setup"),{env:process.env,cwd:process.cwd()})
const n=await(0,h.Df)(()=>prepare(t))
if(n.created!==undefined)(0,r.dN)("BUILDX_BUILDER",n.created)
if(n.emulated.length>0)(0,r.dN)(s.ez,n.emulated.join(","))
if(n.dockerConfig!==undefined){(0,r.dN)("DOCKER_CONFIG",n.dockerConfig);(0,r.dN)("BUILDX_CONFIG",process.env.BUILDX_CONFIG??"")}(0,r.uH)("builder",n.builder);(0,r.uH)("platforms",n.platforms.join(","));(0,r.uH)("emulated",n.emulated.join(","));(0,r.uH)("images",JSON.stringify(n.images))
console.log(`ready for ${t.platforms.join(", ")} in ${(0,j.F)(performance.now()-e)}`)}catch(e){await(0,h.TF)(e)
process.exitCode=(0,l.LL)(e)}}async function prepare(e){const t=await(0,j.a)("logging in",()=>(0,f.E8)(e),e=>e&&`logged in at ${e.hosts.join(", ")}`)
if(e.emulate&&e.cacheImages&&e.platforms.some(isForeign))(0,I.Lj)()
const n=await(0,j.a)("looking at the engine",look,inWords)
const r=(0,s.p7)(n,{build:true,smoke:true})
const o=r.filter(({code:e})=>C.has(e))
if(r.length>o.length)throw new d.yo(r)
const i=await(0,g.z$)(o[0],e)
const a=e.emulate?await foreignPlatforms(n,i,e.platforms):[]
const u=await supplyOf(n,e)
const c={}
if(a.length>0){c.binfmt=await emulate(a,e.binfmtImage,u,await rootBesideEngine(n))
process.env[s.ez]=a.join(",")}const l={build:true,smoke:true,platforms:e.platforms}
if(i===undefined){const e=(0,s.hh)(a.length>0?await lookAgain(n):n,l)
return{...builderOf(e),created:undefined,emulated:a,dockerConfig:t?.folder,images:c}}console.log(`a builder is made for this job: ${i.why}`)
const p=await buildkitImage(i,e,u)
if(p!==undefined&&isHere(i,e))c.buildkit=p.origin
const h=await(0,j.a)("creating the builder",()=>(0,g.Ij)(i,e,p,u.mirrors),e=>`builder ${e} (${i.driver}) created`)
const m=(0,s.hh)(await look(h),l)
return{...builderOf(m),created:h,builder:h,emulated:a,dockerConfig:t?.folder,images:c}}const C=new Set(["engine/image-store","engine/builder"])
const isForeign=e=>e.split("/")[1]!==(process.arch==="x64"?"amd64":process.arch)
function look(e){const{signal:t}=new AbortController
return(0,o.lookAtUsualEngine)({build:true,smoke:true},{docker:m.vK,exec:a.m,env:process.env,signal:t,builder:e})}async function lookAgain(e){const t=(0,s.c4)(e.builder,process.env[s.ez])
return t?.driver==="docker"?{...e,builder:t}:look()}const builderOf=({builder:e})=>({builder:e?.name??"",platforms:e?.platforms??[]})
async function foreignPlatforms(e,t,n){const r=t?.driver??e.builder?.driver
if(r==="remote"||r==="kubernetes")return[]
const o=t?.nodes.flatMap(e=>e.platforms??[])??[]
const i=e.native===undefined?[]:[e.native]
const a=n.filter(e=>!(0,s.Q2)([...i,...o],e))
if(a.length===0)return[]
const u=e.builder?.driver==="docker"&&e.builder.platforms.length>0
const c=u?e.builder:(0,s.kj)(await(0,m.vK)(["buildx","inspect","default"]))
return a.filter(e=>!(0,s.Q2)(c?.platforms??[],e))}async function supplyOf({native:e="linux/amd64",mirrors:t=[]},n){const r=(await(0,i.p)(process.env))?.fromFork
const s=(0,u.ph)([...n.mirror].map(([e,t])=>`${e}=${t}`))
return{native:e,mirrors:(0,w.M)(s,t),cache:!n.cacheImages?"off":r?"read":"read-write"}}async function buildkitImage(e,t,n){if(e.driver==="remote"||t.driverOpts.some(e=>e.startsWith("image=")))return undefined
if(!isHere(e,t))return{name:t.buildkitImage,origin:"pulled"}
return(0,j.a)("getting the image of BuildKit",()=>provideImage(t.buildkitImage,n),({origin:e})=>toldOf("BuildKit",e))}const isHere=({driver:e,nodes:t},{endpoint:n})=>e==="docker-container"&&t.length===0&&n===undefined
function inWords({server:e,buildx:t,compose:n,builder:r}){const s=[`Docker ${e??"does not answer"}`,`buildx ${t??"missing"}`,`Compose ${n??"missing"}`,r&&`builder ${r.name} (${r.driver}) for ${r.platforms.join(", ")}`]
return s.filter(Boolean).join(", ")}}),72484:((e,t,n)=>{n.d(t,{WU:()=>show,gP:()=>either,hD:()=>quote,tO:()=>findInvisible,yb:()=>codePoint})
const r=60
const s=/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]|[\ud800-\udfff]/u
const o=new RegExp(s.source,"gu")
function show(e,t=r){const n=e.length>t?`${e.slice(0,t)}\u2026`:e
return n.replace(o,asEscape)}function quote(e){return`"${show(e)}"`}function codePoint(e){return`U+${(e.codePointAt(0)??0).toString(16).toUpperCase().padStart(4,"0")}`}function findInvisible(e){for(const t of e.matchAll(o)){if(!/[\t\n\r\u200c\u200d]/.test(t[0]))return t.index}return undefined}function either(e){return e.length<2?e[0]??"":`${e.slice(0,-1).join(", ")} or ${e.at(-1)}`}function asEscape(e){return`\\u{${(e.codePointAt(0)??0).toString(16)}}`}}),91736:((e,t,n)=>{n.d(t,{DB:()=>parseSize,E9:()=>parseDuration,EY:()=>parsePattern,F1:()=>parseAge,FL:()=>parsePlatform,Fg:()=>parseSubnet,MB:()=>bad,Qu:()=>parsePortNumber,Ug:()=>parseJsonTest,fj:()=>parseHealthPath,i$:()=>parseStatus,iT:()=>parseHeaderName,kB:()=>parseWord,pz:()=>parsePort,tN:()=>parseUser,uw:()=>good,xp:()=>parseGrpcService})
var r=n(94958)
var s=n(23556)
var o=n(72484)
const good=e=>({ok:true,value:e})
const bad=e=>({ok:false,fault:e})
const i={us:.001,ms:1,s:1e3,m:6e4,h:36e5}
const a=24*36e5
function parseDuration(e){const wrong=e=>bad({code:"catalog/duration",message:e,fix:'write a number and a unit, as in "500ms", "30s" or "1m30s"'})
if(!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(e))return wrong(`${(0,o.hD)(e)} is not a duration`)
let t=0
for(const[,n,r]of e.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g))t+=Number(n)*(i[r??""]??0)
return t<=a?good(t):wrong(`${(0,o.hD)(e)} is longer than a day`)}const u={h:36e5,d:864e5,w:7*864e5}
const c=366*864e5
function parseAge(e){const[,t,n]=/^([1-9]\d{0,5})([hdw])$/.exec(e)??[]
const r=Number(t)*(u[n??""]??Number.NaN)
if(r<=c)return good(r)
const s='write a number and a unit, as in "12h", "7d" or "2w"; a year is the most'
return bad({code:"catalog/age",message:`${(0,o.hD)(e)} is no time-to-live`,fix:s})}const d={b:1,k:2**10,m:2**20,g:2**30,t:2**40}
function parseSize(e){const[,t,n="b"]=/^(\d+(?:\.\d+)?)(?:([bkmgt])b?)?$/i.exec(e)??[]
const r=Math.round(Number(t)*(d[n.toLowerCase()]??Number.NaN))
if(t!==undefined&&r>0&&Number.isSafeInteger(r))return good(r)
return bad({code:"catalog/size",message:`${(0,o.hD)(e)} is not a size`,fix:'write it as in "200mb" or "1.5gb"'})}function parsePortNumber(e){const wrong=(t,n)=>bad({code:"catalog/port",message:`${(0,o.hD)(e)} is not a port`,why:t,fix:n})
if(/^0\d+$/.test(e))return wrong("a leading zero means octal to some readers",`write ${Number(e)} if that is meant`)
if(!/^\d+$/.test(e))return wrong("a port is a whole number in plain decimals",'write it as in "8080"')
const t=Number(e)
if(t<1||t>65535)return wrong("ports go from 1 to 65535","choose one of them")
return good(t)}function parsePort(e){const t='write "8080", or "8081:8080" with the host\'s port first, or "53:53/udp"'
const wrong=n=>bad({code:"catalog/port",message:`${(0,o.hD)(e)} is not a port`,why:n,fix:t})
const[n="",r="tcp",...s]=e.split("/")
if(r!=="tcp"&&r!=="udp"||s.length>0)return wrong("after the slash comes tcp or udp")
const i=n.split(":")
if(/^\d+-\d+$/.test(i.at(-1)??""))return wrong("a range is not understood: list its ports one by one")
if(i.length>2)return wrong("an address is not taken: what publishes the port decides it")
if(i.includes(""))return wrong("a number is missing beside the colon")
const[a,u]=i.map(parsePortNumber)
if(a===undefined||!a.ok)return a??wrong("it is empty")
if(u===undefined)return good({container:a.value,protocol:r})
if(!u.ok)return u
return good({container:u.value,published:a.value,protocol:r})}function parseStatus(e){const[,t,n=t]=/^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(e)??[]
if(t!==undefined&&Number(t)<=Number(n))return good([Number(t),Number(n)])
const r='write 200, "200-299" or a list of them'
return bad({code:"catalog/status",message:`${(0,o.hD)(e)} is no HTTP status`,fix:r})}const l=[...["linux/arm64","linux/amd64","linux/arm/v7","linux/arm/v6","linux/arm/v5","linux/386","linux/riscv64"],...["linux/ppc64le","linux/s390x","linux/loong64","linux/mips64le","linux/mips64"],...["linux/amd64/v2","linux/amd64/v3","linux/amd64/v4"]]
const f={"linux/arm64/v8":"linux/arm64","linux/aarch64":"linux/arm64","linux/x86_64":"linux/amd64","linux/amd64/v1":"linux/amd64","linux/arm":"linux/arm/v7","linux/armhf":"linux/arm/v7"}
function parsePlatform(e){const t=f[e]??e
if(l.includes(t))return good(t)
const n=l.includes(`linux/${e}`)?`linux/${e}`:f[`linux/${e}`]??(0,r.p)(e,l)
const s=e.startsWith("windows/")?"only Linux images are built":undefined
const i=n===undefined?`choose one of ${l.slice(0,4).join(", ")} \u2026`:`did you mean ${n}?`
return bad({code:"catalog/platform",message:`${(0,o.hD)(e)} is not a platform`,...s&&{why:s},fix:i})}function parseUser(e){const t=e.split(":")
if(t.length<=2&&t.every(e=>/^(?:0|[1-9]\d{0,9})$/.test(e)&&Number(e)<2**32-1))return good(e)
const n="names are looked up in the image, which may not have them"
return bad({code:"catalog/user",message:`${(0,o.hD)(e)} is not a numeric user`,why:n,fix:'write "65532:65532"'})}const p=/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
function parseHeaderName(e){if(p.test(e)&&e.toLowerCase()!=="host")return good(e)
const t=e.toLowerCase()==="host"?"the host is always the container":undefined
const n=`${(0,o.hD)(e)} cannot be set as a header`
return bad({code:"catalog/header",message:n,...t&&{why:t},fix:'write it as in "Accept"'})}function parseHealthPath(e){if(/^\/(?!\/)[!-~]*$/.test(e)&&!e.includes("#")&&!e.includes("\\"))return good(e)
const t=/^(?:https?:)?\/\//.test(e)?"the host is always the container itself":undefined
const n=`${(0,o.hD)(e)} is not a path to ask for`
return bad({code:"catalog/health",message:n,...t&&{why:t},fix:'write it as in "/health"'})}function parsePattern(e){try{new RegExp(e,"u")}catch(t){const n=t instanceof Error?t.message.replace(/^Invalid regular expression: /,""):String(t)
const r="write one that JavaScript takes with the flag u; a plain text stands under `body`"
return bad({code:"catalog/pattern",message:`${(0,o.hD)(e)} is not a regular expression`,why:n,fix:r})}return e.trim()===""?bad({code:"catalog/pattern",message:"an empty regular expression",fix:"leave the key out"}):good(e)}function parseJsonTest(e){const t=(0,s.f)(e)
if(t.kind==="test")return good(e)
const n="write a path, or compare it with a value, as in '$.status == \"healthy\"'"
return bad({code:"catalog/json",message:`${(0,o.hD)(e)} cannot be read`,why:t.why,fix:n})}function parseGrpcService(e){if(/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(e)&&e.length<=200)return good(e)
const t=`${(0,o.hD)(e)} is not a gRPC service`
return bad({code:"catalog/health",message:t,fix:'write it as in "lucid.chain.v1.Chain"'})}function parseWord(e){return t=>{const n=e.find(e=>e===t)
if(n!==undefined)return good(n)
const s=(0,r.p)(t,e)
const i=s===undefined?`write ${(0,o.gP)(e)}`:`did you mean ${s}?`
return bad({code:"catalog/value",message:`${(0,o.hD)(t)} is not ${(0,o.gP)(e)}`,fix:i})}}function parseSubnet(e){const wrong=t=>bad({code:"catalog/subnet",message:`${(0,o.hD)(e)} is not a subnet`,why:t,fix:'write it as in "172.20.0.0/16"'})
const t=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(e)?.slice(1).map(Number)
if(t===undefined)return wrong("it is four numbers, a slash and a prefix length")
const[n=0,r=0,s=0,i=0,a=0]=t
if(Math.max(n,r,s,i)>255)return wrong("a number is over 255")
if(a<8||a>29)return wrong("the prefix goes from 8 to 29")
const u=((n*256+r)*256+s)*256+i
if(u%2**(32-a)!==0)return wrong("it has bits below its prefix")
return good(e)}}),23556:((e,t,n)=>{n.d(t,{f:()=>readJsonTest,y:()=>jsonComplaint})
const r=Symbol("each")
const s=["==","!=","<=",">=","<",">"]
const o=/^(?:\.([\p{L}_][\p{L}\p{N}_-]*|\*)|\[\s*(?:(\*)|(-?\d{1,9})|"((?:[^"\\]|\\.)*)"|'([^'\\]*)')\s*\])/u
function readJsonTest(e){let t=e.trim()
if(!t.startsWith("$"))return{kind:"unreadable",why:"a path begins with $, the whole answer"}
t=t.slice(1)
const n=[]
for(let e=o.exec(t);e!==null;e=o.exec(t)){const[s,o,i,a,u,c]=e
if(o==="*"||i!==undefined)n.push(r)
else if(a!==undefined)n.push(Number(a))
else n.push(o??c??unquoted(u??""))
t=t.slice(s.length)}t=t.trim()
if(t==="")return{kind:"test",path:n}
const i=s.find(e=>t.startsWith(e))
if(i===undefined)return{kind:"unreadable",why:`after the path comes ${s.join(" ")}, not ${t.slice(0,20)}`}
const a=t.slice(i.length).trim()
const u=literalOf(a)
if(u===undefined)return{kind:"unreadable",why:`${a===""?"nothing":a.slice(0,20)} is not a string, number, true, false or null`}
return{kind:"test",path:n,compare:{operator:i,value:u}}}const unquoted=e=>{try{return String(JSON.parse(`"${e}"`))}catch{return e}}
function literalOf(e){const t=/^'([^'\\]*)'$/.exec(e)?.[1]
if(t!==undefined)return t
try{const t=JSON.parse(e)
return typeof t==="object"&&t!==null?undefined:t}catch{return undefined}}function jsonComplaint(e,t){let n
try{n=JSON.parse(t)}catch{return"which is no JSON"}let r=[n]
for(const t of e.path)r=r.flatMap(e=>follow(e,t))
if(r.length===0)return"in which the path leads nowhere"
const s=r.find(t=>!passes(t,e.compare))
return r.some(t=>!passes(t,e.compare))?`in which it is ${JSON.stringify(s)?.slice(0,80)}`:undefined}function follow(e,t){if(typeof e!=="object"||e===null)return[]
if(t===r)return Object.values(e)
if(Array.isArray(e)){if(typeof t!=="number")return[]
const n=e.at(t)
return n===undefined?[]:[n]}if(typeof t!=="string"||!Object.hasOwn(e,t))return[]
return[e[t]]}function passes(e,t){if(t===undefined)return e!==null&&e!==false
const{operator:n,value:r}=t
if(n==="==")return e===r
if(n==="!=")return e!==r
const s=typeof e==="number"&&typeof r==="number"||typeof e==="string"&&typeof r==="string"
if(!s)return false
switch(n){case"<":return e<r
case"<=":return e<=r
case">":return e>r
case">=":return e>=r}}}),24628:((e,t,n)=>{n.d(t,{av:()=>textsToMask,mp:()=>readHandedSecrets,rh:()=>linesToMask})
var r=n(85465)
const s=/^[A-Za-z_][A-Za-z0-9_]*$/
const o="options/build-secrets"
const i="*"
function readHandedSecrets(e,t){const{values:n,problems:a}=parse(e??"")
const u=t.filter(e=>e!==i&&!s.test(e))
const c=[...a,...u.map(e=>({code:o,message:`build-secret-names: invalid name ${JSON.stringify(e)}`,fix:"use letters, digits and underscores, separated by commas or newlines"})),...n.size>0&&t.length===0?[{code:o,message:"build-secrets is given, but build-secret-names is missing",why:"builds may read only the names in build-secret-names",fix:"list the names that the catalog uses, for example `build-secret-names: NPM_TOKEN`"}]:[]]
if(c.length>0)throw new r.yo(c)
const d=t.includes(i)
const l=new Set(t)
const f=[...n].filter(([e,t])=>t!==""&&(d||l.has(e)))
return{values:new Map(f),...!d&&{names:l}}}function textsToMask(e){const{values:t,problems:n}=parse(e)
return[...t.values(),...n.length>0?[e]:[]].flatMap(linesToMask)}function linesToMask(e){const t=e.split(/\r\n|\r|\n/).map(e=>e.trim()).filter(e=>e!=="")
return t.length===1?t:t.filter(e=>e.length>=4)}const parse=e=>e.trimStart().startsWith("{")?parseJson(e):parseLines(e)
function parseJson(e){let t
try{t=JSON.parse(e)}catch{const e="build-secrets is not valid JSON"
const t="it starts with `{`; a value with several lines or quotes must be escaped"
const n="let GitHub write it: `toJSON(secrets)`, or `toJSON(secrets.NAME)` for one value"
return{values:new Map,problems:[{code:o,message:e,why:t,fix:n}]}}const n=Object.entries(t)
const r=new Map
const i=[]
for(const[e,t]of n)if(!s.test(e))i.push(invalidName(e))
else if(typeof t==="string")r.set(e,t)
else if(t===null)r.set(e,"")
else i.push({code:o,message:`build-secrets: the value of ${e} is not a string`,fix:"put the value in double quotes"})
return{values:r,problems:i}}function parseLines(e){const t=new Map
const n=[]
for(const[r,s]of e.split(/\r\n|\r|\n/).entries()){if(s.trim()==="")continue
const[,e="",i=""]=/^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(s)??[]
if(e==="")n.push({code:o,message:`build-secrets: line ${r+1} is not NAME=value`,why:"each value takes one line in this form",fix:`write NAME=value, or for a value with several lines a JSON object: \`{"NAME": $`+"{{ toJSON(secrets.NAME) }}}`"})
else if(t.has(e))n.push({code:o,message:`build-secrets: line ${r+1} sets ${e} again`,fix:"remove one of the lines"})
else t.set(e,i)}return{values:t,problems:n}}const invalidName=e=>({code:o,message:`build-secrets: a name of ${e.length} characters is invalid`,fix:"use letters, digits and underscores in names"})}),94958:((e,t,n)=>{n.d(t,{p:()=>nearest})
const r=64
function nearest(e,t){if(e.length>r)return undefined
const n=e.length<3?0:Math.max(1,Math.floor(e.length/3))
let s
let o=n+1
for(const n of t){if(n.length>r||Math.abs(n.length-e.length)>=o)continue
const t=editDistance(e.toLowerCase(),n.toLowerCase())
if(t<o)[s,o]=[n,t]}return s}function editDistance(e,t){let n=[]
let r=Array.from({length:t.length+1},(e,t)=>t)
for(let s=1;s<=e.length;s++){const o=[s]
for(let i=1;i<=t.length;i++){const a=e[s-1]===t[i-1]
let u=Math.min((o[i-1]??0)+1,(r[i]??0)+1,(r[i-1]??0)+(a?0:1))
if(s>1&&i>1&&e[s-1]===t[i-2]&&e[s-2]===t[i-1])u=Math.min(u,(n[i-2]??0)+1)
o.push(u)}[n,r]=[r,o]}return r[t.length]??0}})}
