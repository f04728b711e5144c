export const id=1468
export const ids=[1468]
export const modules={46814:((e,n,t)=>{t.d(n,{K:()=>readInputs})
var r=t(96251)
var o=t(22334)
var s=t(61e3)
var i=t(57741)
const a={"github-token":e=>[e],"registry-password":e=>[e],logins:i.g,"build-secrets":o.av,"ssh-keys":o.rh}
function readInputs(e){return Object.fromEntries((0,s.cz)(e,"action").map(({name:e})=>{const n=`INPUT_${e.toUpperCase()}`
if(process.env[n]===undefined)return[e,undefined]
const t=(0,r.V4)(e)
const o=a[e]
if(t!==""&&o!==undefined){for(const e of o(t))(0,r.Pq)(e)
delete process.env[n]}return[e,t]}))}}),1468:((e,n,t)=>{t.r(n)
t.d(n,{setup:()=>setup})
var r=t(96251)
var o=t(17048)
var s=t(41609)
var i=t(56008)
var a=t(37432)
var c=t(40641)
var u=t(48791)
var d=t(49588)
var l=t(6391)
var f=t(92882)
var p=t(46814)
var m=t(83142)
var h=t(32534)
var g=t(27994)
var w=t(65804)
var v=t(70054)
var y=t(82237)
var b=t(51455)
var k=t(30156)
var E=t(46607)
var x=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,o
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)o=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(o)r=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var $=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
const S={engine:"was in the engine",cache:"came out of the cache",registry:"was fetched",pulled:"is left to the engine"}
const toldOf=(e,n)=>`the image of ${e} ${S[n]}`
async function provideImage(e,n){const t={stack:[],error:void 0,hasError:false}
try{const r=await imageInEngine(e)
if(r!==undefined)return r
const o=x(t,await(0,y.a)(e,n),true)
return await intoEngine(e,o)}catch(e){t.error=e
t.hasError=true}finally{const e=$(t)
if(e)await e}}async function intoEngine(e,n){const t=ownName(e)
if(n!==undefined&&await loaded(n.layout,t))return{name:t,origin:n.origin}
if((0,l.F2)(e).digest===undefined)return{name:e,origin:"pulled"}
const{exitCode:r}=await(0,h.eF)(["docker","pull","--",e])
return{name:r===0&&await tagged(e,t)?t:e,origin:"pulled"}}async function imageInEngine(e){if((0,l.F2)(e).digest===undefined)return undefined
const n=ownName(e)
const t=await hasImage(n)||await tagged(e,n)
return t?{name:n,origin:"engine"}:undefined}async function loaded(e,n){const t=`${e.folder}.tar`
try{await(0,E.K9)(e,n,t)
const{exitCode:r}=await(0,h.eF)(["docker","load","--quiet",`--input=${t}`])
return r===0&&await hasImage(n)}catch(e){console.log(e instanceof Error?e.message:e)
return false}finally{await(0,b.rm)(t,{force:true})}}function ownName(e){const{repository:n,digest:t=""}=(0,l.F2)(e)
return`localhost:1/lucid/${n.split("/").at(-1)}:${t.replace(":","-")}`}async function hasImage(e){const n=await(0,k.V)(process.env)
const t=await(n?.({method:"GET",path:`/images/${e}/json`}).catch(()=>undefined))
if(t!==undefined)return t.status===200
return(await(0,h.vK)(["image","inspect","--format={{.Id}}","--",e])).exitCode===0}async function tagged(e,n){return await hasImage(e)&&(await(0,h.vK)(["image","tag",e,n])).exitCode===0}var A=t(48161)
var j=t(76760)
async function rootBesideEngine({machine:e}){if(process.platform!=="linux"||e?.name!==(0,A.hostname)()||e.kernel!==(0,A.release)())return undefined
await(0,b.access)("/proc/sys/fs/binfmt_misc/status").catch(()=>{})
if(process.getuid?.()===0)return[]
const n=await(0,h.jQ)(["sudo","-n","true"]).catch(()=>undefined)
return n?.exitCode===0?["sudo","-n"]:undefined}async function runAsRoot(e,n,t){const r=await(0,b.mkdtemp)((0,j.join)(process.env.RUNNER_TEMP||(0,A.tmpdir)(),"lucid-rootfs-"))
try{await unpack(n,r)
const o='mount --rbind /proc "$0/proc" && exec env -i "$@"'
const s=Object.entries({PATH:O,...n.env}).map(([e,n])=>`${e}=${n}`)
const i=["chroot",r,...n.entrypoint??[],...t]
const a=["unshare","--mount","sh","-c",o,r,...s,...i]
return await(0,h.eF)(e.length===0?a:[...e,...a])}finally{await(0,b.rm)(r,{recursive:true,force:true}).catch(()=>{})}}async function unpack({folder:e,layers:n},t){for(const{digest:r}of n){const n=[`--file=${(0,j.join)(e,(0,E.c7)(r))}`,`--directory=${t}`]
const{exitCode:o,stderr:s}=await(0,h.eF)(["tar","--extract",...n,"--no-same-owner","--exclude=.wh.*"])
if(o!==0)throw new Error(`tar failed: ${(0,v.P)(s)}`)}for(const e of["proc","tmp"])await(0,b.mkdir)((0,j.join)(t,e),{recursive:true})}const O="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
var I=t(44631)
var N=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,o
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)o=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(o)r=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var P=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
async function emulate(e,n,t,r){const o={stack:[],error:void 0,hasError:false}
try{const s=[...new Set(e.map(e=>e.split("/")[1]??e))]
const i=["--install",s.join(",")]
const told=()=>`QEMU registered for ${e.join(", ")}`
const a=await(0,I.a)(()=>imageInEngine(n),e=>e&&toldOf("binfmt",e.origin))
const c=N(o,a?undefined:await(0,I.a)(()=>(0,y.a)(n,t),e=>e&&toldOf("binfmt",e.origin)),true)
if(c!==undefined&&r!==undefined){const e=await(0,I.a)(()=>registerHere(i,c.layout,r),e=>e===undefined?told():`not without a container: ${e}`)
if(e===undefined)return c.origin}const u=a??await(0,I.a)(()=>intoEngine(n,c),({origin:e})=>e==="pulled"?toldOf("binfmt",e):undefined)
await(0,I.a)(()=>registerInContainer(e,i,u),told)
return u.origin}catch(e){o.error=e
o.hasError=true}finally{const e=P(o)
if(e)await e}}async function registerHere(e,n,t){try{return whyNot(await runAsRoot(t,n,e))}catch(e){return e instanceof Error?e.message:String(e)}}async function registerInContainer(e,n,{name:t,origin:r}){const o=r==="pulled"?[]:["--pull=never"]
const s=await(0,h.eF)(["docker","run","--privileged","--rm",...o,"--",t,...n]).then(whyNot,e=>e.message)
if(s!==undefined)throw new i.yo({code:"engine/emulation",message:`QEMU for ${e.join(", ")} cannot be registered`,why:s,fix:"run on a machine of that architecture (ubuntu-24.04-arm), name another binfmt-image, or install qemu-user-static on the runner"})}function whyNot({exitCode:e,stderr:n}){if(e!==0)return(0,v.P)(n)
const t=/^(?:error: |installing: \S+ (?!OK$))(.*)$/gm
return[...n.matchAll(t)].map(([,e=""])=>e).find(e=>!e.endsWith("already registered"))}var C=t(95205)
async function setup(){const e=performance.now()
try{const n=(0,u.A)((0,p.K)("setup"),{env:process.env,cwd:process.cwd()})
const t=await(0,f.Df)(()=>prepare(n))
if(t.created!==undefined)(0,r.dN)("BUILDX_BUILDER",t.created)
if(t.emulated.length>0)(0,r.dN)(o.ez,t.emulated.join(","))
if(t.dockerConfig!==undefined){(0,r.dN)("DOCKER_CONFIG",t.dockerConfig);(0,r.dN)("BUILDX_CONFIG",process.env.BUILDX_CONFIG??"")}(0,r.uH)("builder",t.builder);(0,r.uH)("platforms",t.platforms.join(","));(0,r.uH)("emulated",t.emulated.join(","));(0,r.uH)("images",JSON.stringify(t.images))
console.log(`ready for ${n.platforms.join(", ")} in ${(0,I.F)(performance.now()-e)}`)}catch(e){await(0,f.TF)(e)
process.exitCode=(0,c.LL)(e)}}async function prepare(e){const n=await(0,I.a)(()=>(0,m.E8)(e),e=>e&&`logged in at ${e.hosts.join(", ")}`)
if(e.emulate&&e.cacheImages&&e.platforms.some(isForeign))(0,C.Lj)()
const t=await(0,I.a)(setup_look,inWords)
const r=(0,o.p7)(t,{build:true,smoke:true})
const s=r.filter(({code:e})=>_.has(e))
if(r.length>s.length)throw new i.yo(r)
const a=await(0,g.z$)(s[0],e)
const c=e.emulate?await foreignPlatforms(t,a,e.platforms):[]
const u=await supplyOf(t,e)
const d={}
if(c.length>0){d.binfmt=await emulate(c,e.binfmtImage,u,await rootBesideEngine(t))
process.env[o.ez]=c.join(",")}const l={build:true,smoke:true,platforms:e.platforms}
if(a===undefined){const e=(0,o.hh)(c.length>0?await lookAgain(t):t,l)
return{...builderOf(e),created:undefined,emulated:c,dockerConfig:n?.folder,images:d}}console.log(`a builder is made for this job: ${a.why}`)
const f=await buildkitImage(a,e,u)
if(f!==undefined&&isHere(a,e))d.buildkit=f.origin
const p=await(0,I.a)(()=>(0,g.Ij)(a,e,f,u.mirrors),e=>`builder ${e} (${a.driver}) created`)
const h=(0,o.hh)(await setup_look(p),l)
return{...builderOf(h),created:p,builder:p,emulated:c,dockerConfig:n?.folder,images:d}}const _=new Set(["engine/image-store","engine/builder"])
const isForeign=e=>e.split("/")[1]!==(process.arch==="x64"?"amd64":process.arch)
function setup_look(e){const{signal:n}=new AbortController
return(0,s.lookAtUsualEngine)({build:true,smoke:true},{docker:h.vK,exec:d.m,env:process.env,signal:n,builder:e})}async function lookAgain(e){const n=(0,o.c4)(e.builder,process.env[o.ez])
return n?.driver==="docker"?{...e,builder:n}:setup_look()}const builderOf=({builder:e})=>({builder:e?.name??"",platforms:e?.platforms??[]})
async function foreignPlatforms(e,n,t){const r=n?.driver??e.builder?.driver
if(r==="remote"||r==="kubernetes")return[]
const s=n?.nodes.flatMap(e=>e.platforms??[])??[]
const i=e.native===undefined?[]:[e.native]
const a=t.filter(e=>!(0,o.Q2)([...i,...s],e))
if(a.length===0)return[]
const c=e.builder?.driver==="docker"&&e.builder.platforms.length>0
const u=c?e.builder:(0,o.kj)(await(0,h.vK)(["buildx","inspect","default"]))
return a.filter(e=>!(0,o.Q2)(u?.platforms??[],e))}async function supplyOf({native:e="linux/amd64",mirrors:n=[]},t){const r=(await(0,a.p)(process.env))?.fromFork
const o=(0,l.ph)([...t.mirror].map(([e,n])=>`${e}=${n}`))
return{native:e,mirrors:(0,w.M)(o,n),cache:!t.cacheImages?"off":r?"read":"read-write"}}async function buildkitImage(e,n,t){if(e.driver==="remote"||n.driverOpts.some(e=>e.startsWith("image=")))return undefined
if(!isHere(e,n))return{name:n.buildkitImage,origin:"pulled"}
return(0,I.a)(()=>provideImage(n.buildkitImage,t),({origin:e})=>toldOf("BuildKit",e))}const isHere=({driver:e,nodes:n},{endpoint:t})=>e==="docker-container"&&n.length===0&&t===undefined
function inWords({server:e,buildx:n,compose:t,builder:r}){const o=[`Docker ${e??"does not answer"}`,`buildx ${n??"missing"}`,`Compose ${t??"missing"}`,r&&`builder ${r.name} (${r.driver}) for ${r.platforms.join(", ")}`]
return o.filter(Boolean).join(", ")}}),22334:((e,n,t)=>{t.d(n,{av:()=>textsToMask,mp:()=>readHandedSecrets,rh:()=>linesToMask})
var r=t(56008)
const o=/^[A-Za-z_][A-Za-z0-9_]*$/
const s="options/build-secrets"
const i="*"
function readHandedSecrets(e,n){const{values:t,problems:a}=parse(e??"")
const c=n.filter(e=>e!==i&&!o.test(e))
const u=[...a,...c.map(e=>({code:s,message:`build-secret-names: invalid name ${JSON.stringify(e)}`,fix:"use letters, digits and underscores, separated by commas or newlines"})),...t.size>0&&n.length===0?[{code:s,message:"build-secrets is given, but build-secret-names is missing",why:"builds may read only the names in build-secret-names",fix:"list the names that the catalog uses, for example `build-secret-names: NPM_TOKEN`"}]:[]]
if(u.length>0)throw new r.yo(u)
const d=n.includes(i)
const l=new Set(n)
const f=[...t].filter(([e,n])=>n!==""&&(d||l.has(e)))
return{values:new Map(f),...!d&&{names:l}}}function textsToMask(e){const{values:n,problems:t}=parse(e)
return[...n.values(),...t.length>0?[e]:[]].flatMap(linesToMask)}function linesToMask(e){const n=e.split(/\r\n|\r|\n/).map(e=>e.trim()).filter(e=>e!=="")
return n.length===1?n:n.filter(e=>e.length>=4)}const parse=e=>e.trimStart().startsWith("{")?parseJson(e):parseLines(e)
function parseJson(e){let n
try{n=JSON.parse(e)}catch{const e="build-secrets is not valid JSON"
const n="it starts with `{`; a value with several lines or quotes must be escaped"
const t="let GitHub write it: `toJSON(secrets)`, or `toJSON(secrets.NAME)` for one value"
return{values:new Map,problems:[{code:s,message:e,why:n,fix:t}]}}const t=Object.entries(n)
const r=new Map
const i=[]
for(const[e,n]of t)if(!o.test(e))i.push(invalidName(e))
else if(typeof n==="string")r.set(e,n)
else if(n===null)r.set(e,"")
else i.push({code:s,message:`build-secrets: the value of ${e} is not a string`,fix:"put the value in double quotes"})
return{values:r,problems:i}}function parseLines(e){const n=new Map
const t=[]
for(const[r,o]of e.split(/\r\n|\r|\n/).entries()){if(o.trim()==="")continue
const[,e="",i=""]=/^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(o)??[]
if(e==="")t.push({code:s,message:`build-secrets: line ${r+1} is not NAME=value`,why:"each value takes one line in this form",fix:`write NAME=value, or for a value with several lines a JSON object: \`{"NAME": $`+"{{ toJSON(secrets.NAME) }}}`"})
else if(n.has(e))t.push({code:s,message:`build-secrets: line ${r+1} sets ${e} again`,fix:"remove one of the lines"})
else n.set(e,i)}return{values:n,problems:t}}const invalidName=e=>({code:s,message:`build-secrets: a name of ${e.length} characters is invalid`,fix:"use letters, digits and underscores in names"})}),30156:((e,n,t)=>{t.d(n,{Q:()=>apiAt,V:()=>usualApi})
var r=t(31421)
var o=t(37067)
var s=t(57075)
var i=t(45364)
const a="v1.45"
function apiAt(e,n){const t=socketOf(e)
if(t===undefined)return e=>asked(e,{createConnection:()=>dialed(n)})
const r=new o.Agent({keepAlive:true})
return async e=>{try{return await asked(e,{socketPath:t,agent:r})}catch(n){if(n.stale)return asked(e,{socketPath:t})
throw n}}}async function usualApi(e){const n=await(0,i.VH)(e)
return n===undefined||socketOf(n)===undefined?undefined:apiAt(n,e)}function socketOf(e){return/^unix:\/\/(\/.*)$/.exec(e)?.[1]??pipeOf(e)}function pipeOf(e){return/^npipe:(\/\/.*)$/.exec(e)?.[1]?.replace(/^\/\/(?=\/\/)/,"").replaceAll("/","\\")}function dialed(e){const n=(0,r.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
let t=""
n.stderr.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
const o=new s.Duplex({read:()=>void n.stdout.resume(),write:(e,t,r)=>void n.stdin.write(e,()=>r())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!o.push(e))n.stdout.pause()})
n.on("error",e=>o.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)o.push(null)
else o.destroy(new Error(t.trim()||`docker system dial-stdio ended with ${e}`))})
o.on("close",()=>n.kill())
return o}const c=new Set(["ECONNRESET","EPIPE"])
function asked({method:e,path:n,query:t,body:r,headers:s,signal:i,onData:u},d){return new Promise((l,f)=>{i?.throwIfAborted()
const p=r===undefined?undefined:JSON.stringify(r)
const m=t===undefined?"":`?${new URLSearchParams(t)}`
const h=(0,o.request)({...{...d,method:e,path:`/${a}${n}${m}`},headers:{...s,host:"docker",...p!==undefined&&{"content-type":"application/json","content-length":Buffer.byteLength(p)},...e==="POST"&&p===undefined&&{"content-length":0}}})
const abort=()=>h.destroy()
i?.addEventListener("abort",abort,{once:true})
const fail=e=>{i?.removeEventListener("abort",abort)
if(i?.aborted)f(i.reason)
else f(h.reusedSocket&&c.has(e.code??"")?Object.assign(e,{stale:true}):e)}
h.on("error",fail)
h.on("response",e=>{const{statusCode:n=0}=e
const t=[]
const done=()=>{i?.removeEventListener("abort",abort)
l({status:n,headers:e.headers,text:Buffer.concat(t).toString()})}
const enough=()=>{done()
h.destroy()}
const r=n>=200&&n<300
e.on("data",e=>u&&r?u(e,enough):t.push(e))
e.on("error",fail)
e.on("end",done)})
h.end(p)})}}),41609:((e,n,t)=>{t.r(n)
t.d(n,{lookAtEngine:()=>lookAtEngine,lookAtUsualEngine:()=>lookAtUsualEngine,requireCompose:()=>requireCompose})
var r=t(30156)
var o=t(17048)
var s=t(47624)
async function lookAtEngine(e,n){const{docker:t,api:r,exec:i,env:a,signal:c,builder:u}=n
const d=r&&await Promise.all([infoOf(r,c),e.build?(0,s.wc)(i,"buildx",a,c):"",e.smoke?(0,s.wc)(i,"compose",a,c):"",e.build?(0,o.IK)(t,{signal:c,builder:u}):undefined])
c.throwIfAborted()
const[l,f,p,m]=d??[]
if(l===undefined||f===undefined||p===undefined)return(0,o.P7)(t,{signal:c,needs:e,...u!==undefined&&{builder:u}})
return{...(0,o.LV)(l,""),...f!==""&&{buildx:f},...p!==""&&{compose:p},...m!==undefined&&{builder:m}}}async function lookAtUsualEngine(e,n){return lookAtEngine(e,{...n,api:await(0,r.V)(n.env)})}async function requireCompose(e){(0,o.hh)(await lookAtEngine({smoke:true},e),{smoke:true})}async function infoOf(e,n){const t=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return t?.status===200?t.text:undefined}})}
