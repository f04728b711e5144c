export const id=704
export const ids=[704]
export const modules={97730:((e,n,t)=>{t.d(n,{I:()=>defaultEngineApi,v:()=>openEngineApi})
var r=t(31421)
var i=t(37067)
var s=t(57075)
var o=t(44853)
var a=t(96273)
const c="v1.45"
function openEngineApi(e,n){const t=socketOf(e)
if(t===undefined)return e=>send(e,{createConnection:()=>dialStdio(n)})
const r=new i.Agent({keepAlive:true})
return async e=>{try{return await send(e,{socketPath:t,agent:r})}catch(n){if(n.stale)return send(e,{socketPath:t})
throw n}}}async function defaultEngineApi(e){const n=await(0,a.c7)(e)
return n===undefined||socketOf(n)===undefined?undefined:openEngineApi(n,e)}function socketOf(e){const n=/^npipe:(?:\/\/(?=\/\/))?(\/\/.*)$/.exec(e)?.[1]
return n?.replaceAll("/","\\")??/^unix:\/\/(\/.*)$/.exec(e)?.[1]}function dialStdio(e){const n=(0,r.spawn)("docker",["system","dial-stdio"],{env:{...e},stdio:["pipe","pipe","pipe"]})
const t=(0,o.C)(n.stderr)
const i=new s.Duplex({read:()=>void n.stdout.resume(),write:(e,t,r)=>void n.stdin.write(e,()=>r())})
n.stdin.on("error",()=>{})
n.stdout.on("data",e=>{if(!i.push(e))n.stdout.pause()})
n.on("error",e=>i.destroy(new Error(`cannot run docker: ${e.message}`,{cause:e})))
n.on("close",e=>{if(e===0)i.push(null)
else i.destroy(new Error(t().trim()||`docker system dial-stdio exited with ${e}`))})
i.on("close",()=>n.kill())
return i}const u=new Set(["ECONNRESET","EPIPE"])
function send(e,n){const{method:t,path:r,query:s,body:o,headers:a,signal:d,onData:l}=e
return new Promise((e,f)=>{d?.throwIfAborted()
const p=o===undefined?undefined:JSON.stringify(o)
const m=s===undefined?"":`?${new URLSearchParams(s)}`
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
const s=t>=200&&t<300
n.on("data",e=>l&&s?l(e,enough):i.push(e))
n.on("error",fail)
n.on("end",done)})
g.end(p)})}}),9624:((e,n,t)=>{t.r(n)
t.d(n,{inspectDefaultEngine:()=>inspectDefaultEngine,requireCompose:()=>requireCompose})
var r=t(39893)
var i=t(34055)
var s=t(75747)
var o=t(97730)
async function inspectEngineByApi(e,{docker:n,api:t,exec:o,env:a,signal:c,builder:u}){const[d,l,f,p]=await Promise.all([t&&infoOf(t,c),t&&e.build?(0,i.wc)(o,"buildx",a,c):"",t&&e.smoke?(0,i.wc)(o,"compose",a,c):"",t&&e.build?(0,s.IK)(n,{signal:c,builder:u}):undefined])
c.throwIfAborted()
if(d===undefined||l===undefined||f===undefined)return(0,s.P7)(n,{signal:c,needs:e,...(0,r.s)({builder:u})})
const m=(0,r.s)({buildx:l||undefined,compose:f||undefined})
return{...(0,s.LV)(d,""),...m,...(0,r.s)({builder:p})}}async function inspectDefaultEngine(e,n){return inspectEngineByApi(e,{...n,api:await(0,o.I)(n.env)})}async function requireCompose(e){(0,s.Wp)(await inspectEngineByApi({smoke:true},e),{smoke:true})}async function infoOf(e,n){const t=await e({method:"GET",path:"/info",signal:n}).catch(()=>undefined)
return t?.status===200?t.text:undefined}}),12251:((e,n,t)=>{t.d(n,{U:()=>readActionInputs})
var r=t(96251)
var i=t(69838)
var s=t(17912)
var o=t(18883)
const a={"github-token":e=>[e],"registry-password":e=>[e],logins:o.g,"build-secrets":i.av,"ssh-keys":i.rh}
function readActionInputs(e){return Object.fromEntries((0,s.cz)(e,"action").map(({name:e})=>{const n=`INPUT_${e.toUpperCase()}`
if(process.env[n]===undefined)return[e,undefined]
const t=(0,r.V4)(e)
const i=a[e]
if(t!==""&&i!==undefined){for(const e of i(t))(0,r.Pq)(e)
delete process.env[n]}return[e,t]}))}}),50704:((e,n,t)=>{t.r(n)
t.d(n,{setup:()=>setup})
var r=t(96251)
var i=t(75747)
var s=t(9624)
var o=t(85177)
var a=t(44853)
var c=t(77509)
var u=t(44174)
var d=t(85465)
var l=t(40425)
var f=t(12251)
var p=t(75019)
var m=t(48403)
var g=t(97523)
var h=t(86310)
var v=t(55872)
var w=t(36113)
var y=t(51455)
var b=t(97730)
var E=t(11886)
var k=t(45095)
var x=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)i=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(i)r=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var $=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
const S={engine:"already in the engine",cache:"from the cache",registry:"from the registry",pulled:"pulled by the engine"}
const describeOrigin=(e,n)=>`${e} image: ${S[n]}`
async function provideImage(e,n){const t={stack:[],error:void 0,hasError:false}
try{const r=await imageInEngine(e)
if(r!==undefined)return r
const i=x(t,await(0,w.aK)(e,n),true)
return await loadIntoEngine(e,i)}catch(e){t.error=e
t.hasError=true}finally{const e=$(t)
if(e)await e}}async function loadIntoEngine(e,n){const t=ownName(e)
if(n!==undefined&&await loaded(n.layout,t))return{name:t,origin:n.origin}
if((0,E.F2)(e).digest===undefined)return{name:e,origin:"pulled"}
const{exitCode:r}=await(0,g.c6)(["docker","pull","--",e])
return{name:r===0&&await tagged(e,t)?t:e,origin:"pulled"}}async function imageInEngine(e){if((0,E.F2)(e).digest===undefined)return undefined
const n=ownName(e)
const t=await hasImage(n)||await tagged(e,n)
return t?{name:n,origin:"engine"}:undefined}async function loaded(e,n){const t=`${e.folder}.tar`
try{await(0,k.K9)(e,n,t)
const{exitCode:r}=await(0,g.c6)(["docker","load","--quiet",`--input=${t}`])
return r===0&&await hasImage(n)}catch(e){console.log(e instanceof Error?e.message:e)
return false}finally{await(0,y.rm)(t,{force:true})}}function ownName(e){const{repository:n,digest:t=""}=(0,E.F2)(e)
return`localhost:1/lucid/${n.split("/").at(-1)}:${t.replace(":","-")}`}async function hasImage(e){const n=await(0,b.I)(process.env)
const t=await(n?.({method:"GET",path:`/images/${e}/json`}).catch(()=>undefined))
if(t!==undefined)return t.status===200
return(await(0,g.vK)(["image","inspect","--format={{.Id}}","--",e])).exitCode===0}async function tagged(e,n){return await hasImage(e)&&(await(0,g.vK)(["image","tag",e,n])).exitCode===0}var I=t(48161)
var j=t(76760)
async function rootOnEngineHost({machine:e}){if(process.platform!=="linux"||e?.name!==(0,I.hostname)()||e.kernel!==(0,I.release)())return undefined
await(0,y.access)("/proc/sys/fs/binfmt_misc/status").catch(()=>{})
if(process.getuid?.()===0)return[]
const n=await(0,g.EL)(["sudo","-n","true"]).catch(()=>undefined)
return n?.exitCode===0?["sudo","-n"]:undefined}async function runAsRoot(e,n,t){const r=await(0,y.mkdtemp)((0,j.join)(process.env.RUNNER_TEMP||(0,I.tmpdir)(),"lucid-rootfs-"))
try{await unpack(n,r)
const i='mount --rbind /proc "$0/proc" && exec env -i "$@"'
const s=Object.entries({PATH:A,...n.env}).map(([e,n])=>`${e}=${n}`)
const o=["chroot",r,...n.entrypoint??[],...t]
const a=["unshare","--mount","sh","-c",i,r,...s,...o]
return await(0,g.c6)(e.length===0?a:[...e,...a])}finally{await(0,y.rm)(r,{recursive:true,force:true}).catch(()=>{})}}async function unpack({folder:e,layers:n},t){for(const{digest:r}of n){const n=[`--file=${(0,j.join)(e,(0,k.nD)(r))}`,`--directory=${t}`]
const{exitCode:i,stderr:s}=await(0,g.c6)(["tar","--extract",...n,"--no-same-owner","--exclude=.wh.*"])
if(i!==0)throw new Error(`tar failed: ${(0,g.HY)(s)}`)}for(const e of["proc","tmp"])await(0,y.mkdir)((0,j.join)(t,e),{recursive:true})}const A="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
var O=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var r,i
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=n[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=n[Symbol.dispose]
if(t)i=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(i)r=function(){try{i.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:r,async:t})}else if(t){e.stack.push({async:true})}return n}
var N=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,r=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&r===1)return r=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var r=new Error(t)
return r.name="SuppressedError",r.error=e,r.suppressed=n,r})
async function registerQemu(e,n,t,r){const i={stack:[],error:void 0,hasError:false}
try{const s=[...new Set(e.map(e=>e.split("/")[1]??e))]
const o=["--install",s.join(",")]
const registered=()=>`QEMU registered for ${e.join(", ")}`
const a=await(0,m.gX)("looking for the QEMU image",()=>imageInEngine(n),e=>e&&describeOrigin("binfmt",e.origin))
const c=O(i,a?undefined:await(0,m.gX)("fetching the QEMU image",()=>(0,w.aK)(n,t),e=>e&&describeOrigin("binfmt",e.origin)),true)
if(c!==undefined&&r!==undefined){const e=await(0,m.gX)("registering QEMU",()=>registerHere(o,c.layout,r),e=>e===undefined?registered():`registering QEMU without a container failed: ${e}`)
if(e===undefined)return c.origin}const u=a??await(0,m.gX)("loading the QEMU image into the engine",()=>loadIntoEngine(n,c),({origin:e})=>e==="pulled"?describeOrigin("binfmt",e):undefined)
await(0,m.gX)("registering QEMU",()=>registerInContainer(e,o,u),registered)
return u.origin}catch(e){i.error=e
i.hasError=true}finally{const e=N(i)
if(e)await e}}async function registerHere(e,n,t){try{return registerError(await runAsRoot(t,n,e))}catch(e){return e instanceof Error?e.message:String(e)}}async function registerInContainer(e,n,{name:t,origin:r}){const i=r==="pulled"?[]:["--pull=never"]
const s=await(0,g.c6)(["docker","run","--privileged","--rm",...i,"--",t,...n]).then(registerError,e=>e.message)
if(s!==undefined)throw new d.yo({code:"engine/emulation",message:`QEMU for ${e.join(", ")} cannot be registered`,why:s,fix:"use a runner of that architecture (ubuntu-24.04-arm), set another binfmt-image, or install qemu-user-static on the runner"})}function registerError({exitCode:e,stderr:n}){if(e!==0)return(0,g.HY)(n)
const t=/^(?:error: |installing: \S+ (?!OK$))(.*)$/gm
return[...n.matchAll(t)].map(([,e=""])=>e).find(e=>!e.endsWith("already registered"))}var C=t(81438)
async function setup(){const e=performance.now()
try{const n=(0,u.A)((0,f.U)("setup"),{env:process.env,cwd:process.cwd()})
const t=await(0,m.Df)(()=>prepare(n))
if(t.created!==undefined)(0,r.dN)("BUILDX_BUILDER",t.created)
if(t.emulated.length>0)(0,r.dN)(i.ez,t.emulated.join(","))
if(t.dockerConfig!==undefined){(0,r.dN)("DOCKER_CONFIG",t.dockerConfig);(0,r.dN)("BUILDX_CONFIG",process.env.BUILDX_CONFIG??"")}(0,r.uH)("builder",t.builder);(0,r.uH)("platforms",t.platforms.join(","));(0,r.uH)("emulated",t.emulated.join(","));(0,r.uH)("images",JSON.stringify(t.images))
console.log(`ready for ${n.platforms.join(", ")} in ${(0,m.F7)(performance.now()-e)}`)}catch(e){await(0,m.TF)(e)
process.exitCode=(0,l.LL)(e)}}async function prepare(e){const n=await(0,m.gX)("logging in",()=>(0,p.E8)(e),e=>e&&`logged in at ${e.hosts.join(", ")}`)
if(e.emulate&&e.cacheImages&&e.platforms.some(isForeign))(0,C.hz)()
const t=await(0,m.gX)("inspecting the engine",inspect,describeEngine)
const r=(0,i.p7)(t,{build:true,smoke:true})
const s=r.filter(({code:e})=>M.has(e))
if(r.length>s.length)throw new d.yo(r)
const o=await(0,h.z$)(s[0],e)
const a=e.emulate?await foreignPlatforms(t,o,e.platforms):[]
const c=await imageSources(t,e)
const u={}
if(a.length>0){u.binfmt=await registerQemu(a,e.binfmtImage,c,await rootOnEngineHost(t))
process.env[i.ez]=a.join(",")}const l={build:true,smoke:true,platforms:e.platforms}
if(o===undefined){const e=(0,i.Wp)(a.length>0?await inspectAgain(t):t,l)
return{...builderOf(e),created:undefined,emulated:a,dockerConfig:n?.folder,images:u}}console.log(`creating a builder for this job: ${o.why}`)
const f=await buildkitImage(o,e,c)
if(f!==undefined&&isHere(o,e))u.buildkit=f.origin
const g=await(0,m.gX)("creating the builder",()=>(0,h.Ij)(o,e,f,c.mirrors),e=>`builder ${e} (${o.driver}) created`)
const v=(0,i.Wp)(await inspect(g),l)
return{...builderOf(v),created:g,builder:g,emulated:a,dockerConfig:n?.folder,images:u}}const M=new Set(["engine/image-store","engine/builder"])
const isForeign=e=>e.split("/")[1]!==(process.arch==="x64"?"amd64":process.arch)
function inspect(e){const{signal:n}=new AbortController
return(0,s.inspectDefaultEngine)({build:true,smoke:true},{docker:g.vK,exec:a.m,env:process.env,signal:n,builder:e})}async function inspectAgain(e){const n=(0,i.Bu)(e.builder,process.env[i.ez])
return n?.driver==="docker"?{...e,builder:n}:inspect()}const builderOf=({builder:e})=>({builder:e?.name??"",platforms:e?.platforms??[]})
async function foreignPlatforms(e,n,t){const r=n?.driver??e.builder?.driver
if(r==="remote"||r==="kubernetes")return[]
const s=n?.nodes.flatMap(e=>e.platforms??[])??[]
const o=e.native===undefined?[]:[e.native]
const a=t.filter(e=>!(0,i.Q2)([...o,...s],e))
if(a.length===0)return[]
const c=e.builder?.driver==="docker"&&e.builder.platforms.length>0
const u=c?e.builder:(0,i.kj)(await(0,g.vK)(["buildx","inspect","default"]))
return a.filter(e=>!(0,i.Q2)(u?.platforms??[],e))}async function imageSources({native:e="linux/amd64",mirrors:n=[]},t){const r=(await(0,o.pV)(process.env))?.fromFork
const i=(0,c.ph)([...t.mirror].map(([e,n])=>`${e}=${n}`))
return{native:e,mirrors:(0,v.M)(i,n),cache:!t.cacheImages?"off":r?"read":"read-write"}}async function buildkitImage(e,n,t){if(e.driver==="remote"||n.driverOpts.some(e=>e.startsWith("image=")))return undefined
if(!isHere(e,n))return{name:n.buildkitImage,origin:"pulled"}
return(0,m.gX)("fetching the BuildKit image",()=>provideImage(n.buildkitImage,t),({origin:e})=>describeOrigin("BuildKit",e))}const isHere=({driver:e,nodes:n},{endpoint:t})=>e==="docker-container"&&n.length===0&&t===undefined
function describeEngine({server:e,buildx:n,compose:t,builder:r}){const i=[`Docker ${e??"does not answer"}`,`buildx ${n??"missing"}`,`Compose ${t??"missing"}`,r&&`builder ${r.name} (${r.driver}) for ${r.platforms.join(", ")}`]
return i.filter(Boolean).join(", ")}}),69838:((e,n,t)=>{t.d(n,{Jm:()=>parseBuildSecrets,av:()=>textsToMask,rh:()=>linesToMask})
var r=t(85465)
const i=/^[A-Za-z_][A-Za-z0-9_]*$/
const s="options/build-secrets"
const o="*"
function parseBuildSecrets(e,n){const t=parse(e??"")
const a=[...t.problems]
for(const e of n)if(e!==o&&!i.test(e)){const n=`build-secret-names: invalid name ${JSON.stringify(e)}`
a.push({code:s,message:n,fix:"use letters, digits and underscores, separated by commas or newlines"})}if(t.values.size>0&&n.length===0)a.push({code:s,message:"build-secrets is given, but build-secret-names is missing",why:"builds may read only the names in build-secret-names",fix:"list the names that the catalog uses, for example `build-secret-names: NPM_TOKEN`"})
if(a.length>0)throw new r.yo(a)
const c=n.includes(o)
const u=new Set(n)
const d=[...t.values].filter(([e,n])=>n!==""&&(c||u.has(e)))
return{values:new Map(d),...!c&&{names:u}}}function textsToMask(e){const{values:n,problems:t}=parse(e)
return[...n.values(),...t.length>0?[e]:[]].flatMap(linesToMask)}function linesToMask(e){const n=e.split(/\r\n|\r|\n/).map(e=>e.trim()).filter(e=>e!=="")
return n.length===1?n:n.filter(e=>e.length>=4)}const parse=e=>e.trimStart().startsWith("{")?parseJson(e):parseLines(e)
function parseJson(e){let n
try{n=JSON.parse(e)}catch{const e="build-secrets is not valid JSON"
const n="it starts with `{`; a value with several lines or quotes must be escaped"
const t="let GitHub write it: `toJSON(secrets)`, or `toJSON(secrets.NAME)` for one value"
return{values:new Map,problems:[{code:s,message:e,why:n,fix:t}]}}const t=new Map
const r=[]
for(const[e,o]of Object.entries(n))if(!i.test(e))r.push(invalidName(e))
else if(typeof o==="string")t.set(e,o)
else if(o===null)t.set(e,"")
else{const n=`build-secrets: the value of ${e} is not a string`
r.push({code:s,message:n,fix:"put the value in double quotes"})}return{values:t,problems:r}}function parseLines(e){const n=new Map
const t=[]
for(const[r,i]of e.split(/\r\n|\r|\n/).entries()){if(i.trim()==="")continue
const[,e="",o=""]=/^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(i)??[]
if(e==="")t.push({code:s,message:`build-secrets: line ${r+1} is not NAME=value`,why:"each value takes one line in this form",fix:`write NAME=value, or for a value with several lines a JSON object: \`{"NAME": $`+"{{ toJSON(secrets.NAME) }}}`"})
else if(n.has(e)){const n=`build-secrets: line ${r+1} sets ${e} again`
t.push({code:s,message:n,fix:"remove one of the lines"})}else n.set(e,o)}return{values:n,problems:t}}const invalidName=e=>({code:s,message:`build-secrets: a name of ${e.length} characters is invalid`,fix:"use letters, digits and underscores in names"})})}
