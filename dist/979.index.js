export const id=979
export const ids=[979]
export const modules={33237:((e,n,t)=>{t.d(n,{BJ:()=>ofProblem,Ih:()=>annotationsOf,qw:()=>shownAnnotations})
var s=t(5966)
const o=10
const r=4096
function annotationsOf({verifyHost:e,plan:n,lint:t,build:s,verify:o,smoke:r,publish:a}){const c=new Map(n?.services.map(({name:e,policy:n})=>[e,n]))
return[...(t?.findings??[]).map(e=>ofProblem(e,i[e.severity])),...(s===undefined?n?.images??[]:[]).flatMap(ofPlanned),...(s?.images??[]).flatMap(ofBuilt),...[...s?.images??[],...o?.images??[]].flatMap(e=>ofChecks(e,levelOf(c.get(e.service)?.verify))),...(e?.images??[]).flatMap(ofHost),...(r?.services??[]).flatMap(e=>ofSmoked(e,levelOf(c.get(e.service)?.smoke))),...(a?.services??[]).flatMap(ofPublished)]}const levelOf=e=>e==="advisory"?"warning":"error"
const i={error:"error",warning:"warning",note:"notice"}
function ofPlanned({decision:e}){return e.kind==="blocked"?e.problems.map(e=>ofProblem(e,"error")):[]}function ofBuilt({service:e,platform:n,error:t,warnings:s=[]}){if(t===undefined)return s.map(t=>({level:"warning",title:`${e} (${n}) was built`,message:t}))
const{message:o,log:r=[],file:i,line:a}=t
return[{level:"error",title:`${e} (${n}) was not built`,message:[o,...r].join("\n"),...i!==undefined&&{file:i},...a!==undefined&&{line:a}}]}function ofChecks({service:e,platform:n,checks:t},o){const r=(0,s.H)(t)
const i=t.filter(e=>!e.ok&&!r.includes(e))
const words=e=>e.map(({name:e,expected:n,actual:t})=>`${e}: ${t}, not ${n}`).join("\n")
const a=`${e} (${n}) is not as it should be`
return[...r.length===0?[]:[{level:o,title:a,message:words(r)}],...i.length===0?[]:[{level:"warning",title:a,message:words(i)}]]}function ofSmoked({service:e,verdict:n,failure:t,reason:s},o){if(n==="healthy"||n==="skipped")return[]
const r=[t?.guess??s??"no reason known",...t?.log??[]].join("\n")
return[{level:o,title:`${e} is ${n}`,message:r}]}function ofHost({service:e,ref:n,state:t}){if(t==="absent")return[{level:"error",title:`${e} is not on the host`,message:n}]
return t==="old"?[{level:"error",title:`${e} is old on the host`,message:n}]:[]}function ofPublished({service:e,outcome:n,reason:t,tags:s}){if(n==="failed")return[{level:"error",title:`${e} was not published`,message:t??"no reason known"}]
const o=s.filter(({state:e})=>e==="held")
if(o.length===0)return[]
const r=o.map(({tag:e,why:n})=>`${e} held: ${n??t??"no reason known"}`)
return[{level:"warning",title:`${e}: tags held`,message:r.join("\n")}]}function ofProblem({code:e,message:n,why:t,fix:s,at:o},r){return{level:r,title:e,message:[n,t,s&&`fix: ${s}`].filter(Boolean).join("\n"),...o&&{file:o.file},...o?.line!==undefined&&{line:o.line},...o?.column!==undefined&&{column:o.column}}}function shownAnnotations(e){return["error","warning","notice"].flatMap(n=>{const t=e.filter(e=>e.level===n).map(e=>({...e,message:cut(e.message)}))
if(t.length<=o)return t
const s=t.length-o+1
return[...t.slice(0,o-1),{level:n,title:`${s} more`,message:"They are in the log of this step."}]})}const cut=e=>e.length<=r?e:`${e.slice(0,r-1)}\u2026`}),92882:((e,n,t)=>{t.d(n,{Df:()=>withoutCommands,HU:()=>aside,OG:()=>logLines,TF:()=>annotateError,fz:()=>annotate,sc:()=>logProgress,t3:()=>obeyed})
var s=t(77598)
var o=t(96251)
var r=t(56008)
var i=t(42812)
var a=t(15631)
var c=t(33237)
async function withoutCommands(e){stopCommands()
try{return await e()}finally{allowCommands()}}let l
function stopCommands(){l=(0,s.randomUUID)()
console.log(`::stop-commands::${l}`)}function allowCommands(){console.log(`::${l}::`)
l=undefined}function aside(e){const n=l!==undefined
if(n)allowCommands()
e()
if(n)stopCommands()}async function obeyed(e){const n=[]
const t=process.stdout.write
const s=t.bind(process.stdout)
process.stdout.write=(e,...t)=>{const r=typeof e==="string"?/^::([a-z-]+)(?: [^:]*)?::(.*)/s.exec(e):null
if(r===null)return s(e,...t)
const[,i="",a=""]=r
if(i==="warning"||i==="error"){n.push(unescaped(a.trimEnd()))
return true}if(i==="debug"&&!o._o())return true
const c=l
if(c!==undefined)s(`::${c}::\n`)
const u=s(e,...t)
if(c!==undefined)s(`::stop-commands::${c}\n`)
return u}
try{return{value:await e(),complaints:n}}finally{process.stdout.write=t}}const unescaped=e=>e.replaceAll("%0D","\r").replaceAll("%0A","\n").replaceAll("%25","%")
function logProgress(e){const n=(0,a.sX)(e)
return e=>{const t=n(e)
if(e.state!=="done"&&e.state!=="failed")return
const s=(0,a.oz)(e,t)
const r=(0,a.mR)(e,"all")
if(r.length===0){console.log(s)
return}aside(()=>o.Oh(s))
for(const e of r)console.log(e)
aside(()=>o.N4())}}function logLines(e){for(const n of(0,i.vL)(e))console.log(n)}const u={error:o.z3,warning:o.$e,notice:o.lm}
function annotate(e){for(const{level:n,title:t,message:s,file:o,line:r,column:i}of(0,c.qw)(e))u[n](s,{title:t,...o!==undefined&&{file:o},...r!==undefined&&{startLine:r},...i!==undefined&&{startColumn:i}})}async function annotateError(e){if(!(e instanceof r.yo)){const{message:n,stack:t}=e instanceof Error?e:{message:String(e),stack:undefined}
o.Yz(t??"")
o.z3(`${n}\nThis is a fault in the action itself; a run with debug logging shows where.`)
return}await withoutCommands(async()=>logLines(e.problems.map(r.Vw).join("\n")))
annotate(e.problems.map(e=>(0,c.BJ)(e,"error")))}}),46814:((e,n,t)=>{t.d(n,{K:()=>readInputs})
var s=t(96251)
var o=t(55300)
var r=t(57741)
const i={"github-token":e=>[e],"registry-password":e=>[e],logins:r.g}
function readInputs(e){return Object.fromEntries((0,o.cz)(e,"action").map(({name:e})=>{const n=`INPUT_${e.toUpperCase()}`
if(process.env[n]===undefined)return[e,undefined]
const t=(0,s.V4)(e)
const o=i[e]
if(t!==""&&o!==undefined){for(const e of o(t))(0,s.Pq)(e)
delete process.env[n]}return[e,t]}))}}),83142:((e,n,t)=>{t.d(n,{$i:()=>m,A8:()=>forgetLogins,E8:()=>logIn})
var s=t(51455)
var o=t(48161)
var r=t(76760)
var i=t(96251)
var a=t(45364)
var c=t(17048)
var l=t(56008)
var u=t(73091)
var d=t(92882)
var f=t(57741)
var p=t(32534)
const m="docker-config"
async function logIn(e){const{registry:n,registryUsername:t,registryPassword:s}=e
const o=(0,f.r)({registry:n,username:t,password:s,lines:e.logins})
const r=await withPasswords(o)
if(r.length===0)return undefined
const i=await ownDockerConfig(r)
process.env.DOCKER_CONFIG=i
for(const e of r)await logInTo(e)
return{folder:i,hosts:r.map(({host:e})=>e)}}async function withPasswords(e){const n=e.flatMap(({password:e,...n})=>e?[{...n,password:e}]:[])
const t=e.filter(({password:e})=>!e)
if(t.length===0)return n
const s=(await(0,u.m)(process.env))?.event
if(s?.kind==="pull_request"&&s.fork){console.log(`no login at ${t.map(({host:e})=>e).join(", ")}: a pull request from a fork has no secrets`)
return n}throw new l.yo(t.map(({host:e})=>({code:"options/login",message:`the password for ${e} is missing or blank`,why:"a secret is blank where there is none of its name, or where the workflow may not read it",fix:"check the name of the secret, and that a reusable workflow is handed it (`secrets: inherit`)"})))}async function logInTo({host:e,username:n,password:t}){const{exitCode:s,stderr:o}=await(0,p.eF)(["docker","login",`--username=${n}`,"--password-stdin","--",e],{input:t}).catch(e=>{throw new l.yo((0,c.p7)({containerdStore:false},{}),{cause:e})})
if(s!==0)throw new l.yo({code:"login/refused",message:`${e} refuses the login of ${n}`,why:o.trim().split("\n").at(-1)??"",fix:"check user and password; on ghcr.io the job needs `permissions: packages: write`"})}async function ownDockerConfig(e){const n=(0,a.vg)(process.env)
const t=await(0,s.mkdtemp)((0,r.join)(process.env.RUNNER_TEMP||(0,o.tmpdir)(),"lucid-docker-"));(0,d.HU)(()=>(0,i.LZ)(m,t))
await(0,s.chmod)(t,448)
const c=await(0,s.readFile)((0,r.join)(n,"config.json"),"utf8").catch(()=>"{}")
const l=configOfJob(c,e)
await(0,s.writeFile)((0,r.join)(t,"config.json"),JSON.stringify(l),{mode:384})
const ignore=()=>undefined
for(const e of["cli-plugins","contexts"])await(0,s.symlink)((0,r.join)(n,e),(0,r.join)(t,e)).catch(ignore)
process.env.BUILDX_CONFIG||=(0,r.join)(n,"buildx")
await(0,s.mkdir)(process.env.BUILDX_CONFIG,{recursive:true}).catch(ignore)
return t}function configOfJob(e,n){let t
try{t=JSON.parse(e)}catch(e){const n="mend the file, or remove it"
throw new l.yo({code:"registry/docker-config",message:"Docker's config.json is not JSON",fix:n},{cause:e})}const{credsStore:s,credHelpers:o={},auths:r={},...i}=t
const a=new Set(n.flatMap(({host:e})=>e==="docker.io"?[e,h]:[e]))
const c=s===undefined?[]:Object.keys(r).map(e=>[e,s])
const u={...Object.fromEntries(c),...o}
return{...i,auths:{...r,...Object.fromEntries([...a].map(e=>[e,{}]))},credHelpers:Object.fromEntries(Object.entries(u).filter(([e])=>!a.has(e)))}}const h="https://index.docker.io/v1/"
async function forgetLogins(e){return(0,s.rm)(e,{recursive:true,force:true}).then(()=>"credentials deleted",()=>`credentials could not be deleted: ${e}`)}}),57741:((e,n,t)=>{t.d(n,{g:()=>passwordsIn,r:()=>readLogins})
var s=t(56008)
function passwordsIn(e){return e.split("\n").flatMap(e=>{const n=split(e)[2]
return n===undefined?[]:[n]})}const split=e=>/^\s*(\S+)(?:\s+(\S+)(?:\s+(\S.*?))?)?\s*$/.exec(e)?.slice(1,4)??[]
function readLogins(e){const n=[]
const t=[]
const add=(e,s,o,r)=>{if(!isHost(e))n.push({code:"options/value",message:`${r}: ${JSON.stringify(e)} is no host name`})
else if(s===undefined)n.push({code:"options/login",message:`${r} names no user for ${e}`,fix:"write the registry, the user and the password, with blanks between"})
else t.push({host:e.toLowerCase(),username:s,password:o})}
const{registry:o,username:r,password:i}=e
if(r===undefined&&i!==undefined)n.push({code:"options/login",message:"registry-username is missing or blank",fix:"set registry-username and registry-password, or neither"})
else if(r!==undefined&&o===undefined)n.push({code:"options/login",message:"registry-username is given, but not which registry",fix:"set registry, such as ghcr.io, or docker.io for Docker Hub"})
else if(r!==undefined&&o!==undefined)add(o.split("/")[0]??o,r,i,"registry")
for(const n of e.lines){const[e="",t,s]=split(n)
add(e,t,s,"logins")}if(n.length>0)throw new s.yo(n)
return t}const isHost=e=>/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?$/i.test(e)||/^\[[0-9a-f:]+\](:\d+)?$/i.test(e)}),32534:((e,n,t)=>{t.d(n,{eF:()=>run,jQ:()=>quiet,vK:()=>i})
var s=t(41955)
var o=t(47624)
var r=t(49588)
function run(e,n={}){if(n.input===undefined)return execute(e,n,"shown")
console.log(`[command]${e.join(" ")}`)
return(0,r.m)(e,{...n,onLine:e=>console.log(e)})}const i=(0,o.OX)((e,n={})=>n.input===undefined?quiet(e,n):(0,r.m)(e,n))
function quiet(e,n={}){return execute(e,n,"quiet")}function execute([e,...n],{cwd:t,env:o},r){return(0,s.H)(e,n,{ignoreReturnCode:true,silent:r==="quiet",...t!==undefined&&{cwd:t},...o!==undefined&&{env:{...process.env,...o}}})}}),22309:((e,n,t)=>{t.r(n)
t.d(n,{stageAction:()=>stageAction})
var s=t(96251)
var o=t(94974)
var r=t(14826)
var i=t(40641)
var a=t(11280)
var c=t(66056)
var l=t(76760)
var u=t(5966)
var d=t(71370)
var f=t(55510)
function twoWaves({images:e,matrix:n}){const t=e.filter(({decision:e})=>e.kind==="build")
const s=new Map(n.include.flatMap(e=>keysOf(e).map(n=>[n,e])))
const o=new Set
const r=[]
for(const{service:e,platform:n,from:i}of t){const t=s.get((0,f.p2)(e,n))
for(const e of Object.values(i)){const i=s.get((0,f.p2)(e,n))
if(i===undefined||t===undefined||i===t)continue
o.add(i)
r.push([i,t])}}return{first:joined(n.include.filter(e=>o.has(e)),r),second:n.include.filter(e=>!o.has(e))}}const keysOf=({service:e,platform:n})=>e.split(",").map(e=>(0,f.p2)(e,n))
const groupOf=({platform:e,runner:n})=>JSON.stringify([e,n])
function joined(e,n){const t=new Map(e.map(e=>[e,e]))
const headOf=e=>{const n=t.get(e)??e
return n===e?e:headOf(n)}
for(const[e,s]of n)if(t.has(s)&&groupOf(e)===groupOf(s))t.set(headOf(s),headOf(e))
return[...Map.groupBy(e,headOf).values()].map(merge)}function merge(e){const[n]=e
if(n===undefined)throw new Error("a group has members")
if(e.length===1)return n
const t=e.flatMap(({service:e})=>e.split(","))
const s=new Set(e.flatMap(({phase:e})=>e.split(",")).filter(e=>e!==""))
return{...n,name:(0,d.u)(t,n.platform),service:t.join(","),phase:[...s].join(","),wave:Math.min(...e.map(({wave:e})=>e))}}var p=t(60399)
var m=t(97898)
const json=e=>JSON.stringify(e)
const counted=e=>e===undefined?undefined:String(e.length)
const h=45e4
function publishedJson(e){const n=e.map(publishedOutput)
const t=json(n)
if(Buffer.byteLength(t)<=h)return t
return json(n.map(({platforms:e,copies:n,...t})=>({...t,cut:true})))}function publishedOutput({service:e,image:n,outcome:t,digest:s,tags:o,platforms:r,copies:i,durationMs:a}){const given=e=>e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)
const total=e=>{const n=r.flatMap(n=>n[e]??[])
return n.length===0?undefined:n.reduce((e,n)=>e+n,0)}
return{...{service:e,image:n,outcome:t,digest:s,tags:given(o),size:total("size"),layers:total("layers"),platforms:r},copies:i?.map(e=>({...e,tags:given(e.tags)})),durationMs:a}}function basesOf({images:e,waves:n}){const t=e.filter(({decision:e})=>e.kind==="build")
const s=new Set(t.map(({service:e})=>e))
const o=new Set(t.flatMap(({from:e})=>Object.values(e)).filter(e=>s.has(e)))
return n.flat().filter(e=>o.has(e))}const legsJson=e=>e.length===0?"":json({include:e})
const tagsOf=(e,n)=>{const{immutable:t=[],floating:s=[]}=e?.tags[n]??{}
return[...t,...s]}
function subjectOutputs(e,n,t){const s=e==="publish"?["publish","run"]:["build"]
const subjects=e=>{const n=t(e)
return n&&(0,m.Z)(n)}
return[{name:"subjects",stages:s,description:`JSON list of ${n}: \`name\` and \`digest\`, for actions/attest.`,value:e=>{const n=subjects(e)
return n&&json(n)}},{name:"subject-checksums",stages:s,description:`Path of the same as a file of checksums, for actions/attest; unset where there is none.`,value:(n,t)=>subjects(n)?.length?(0,l.join)(t,`${e}-subjects.txt`):undefined}]}const g=[["report-json","json","Path of `report.json`: all that the report tells, for programs."],["report-summary","summary","Path of the summary as a Markdown file."],["badge","badge","Path of `badge.json`, for a badge of shields.io (`https://img.shields.io/endpoint?url=...`)."],["history","history","Path of the series of runs, with this one at its end."],["completion","completion","Path of `completion.md`, where it was asked for."]]
const v=[{name:"plan",stages:["plan","run"],description:"Path of `plan.json`, for the input `plan` of later stages.",value:({plan:e},n)=>e&&(0,l.join)(n,"plan.json")},{name:"has-work",stages:["plan","run"],description:"`true` if an image has to be built, else `false`. Test it before starting a matrix.",value:({plan:e})=>e&&String(e.matrix.include.length>0)},{name:"matrix",stages:["plan","run"],description:"JSON for `strategy.matrix`: under `include`, for each leg `name`, `service`, `platform`, `runner`, `phase` and `wave`. With nothing to build that list is empty, which GitHub refuses as a matrix: test `has-work`.",value:({plan:e})=>e&&json(e.matrix)},{name:"bases",stages:["plan"],description:"Names of services to build that others to build are made from, parted by commas; blank if there is none. A job that builds them before the matrix spares each leg from building its base itself.",value:({plan:e})=>e&&basesOf(e).join(",")},{name:"wave-1",stages:["plan"],description:"The matrix in two: here the legs with what others are FROM, which need a job before the others. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).first)},{name:"wave-2",stages:["plan"],description:"And here all other legs. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).second)},{name:"smoke-matrix",stages:["plan"],description:"With `smoke-jobs`: a leg for each platform and kind of runner that has something to smoke. Blank where there is nothing.",value:({plan:e})=>e?.smokeMatrix&&legsJson(e.smokeMatrix.include)},{name:"packed",stages:["plan"],description:"The plan itself in one line, for the input `plan` of stages in other jobs; blank where it would be too long (some 200 images). They take `new` then, and come to the same.",value:({plan:e})=>e&&((0,p.qq)(e)??"")},{name:"services",stages:["plan","run"],description:"Names of the selected services, parted by commas: ready for the input `service`.",value:({plan:e})=>e?.selected.join(",")},{name:"findings",stages:["lint"],description:"Path of `lint.json`.",value:({lint:e},n)=>e&&(0,l.join)(n,"lint.json")},{name:"sarif",stages:["lint"],description:"Path of `lint.sarif`, for github/codeql-action/upload-sarif.",value:({lint:e},n)=>e&&(0,l.join)(n,"lint.sarif")},{name:"errors",stages:["lint"],description:"How many findings are errors.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="error"))},{name:"warnings",stages:["lint"],description:"How many findings are warnings.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="warning"))},{name:"notes",stages:["lint"],description:"How many findings are notes.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="note"))},{name:"build",stages:["build","run"],description:"Path of `build.json`.",value:({build:e},n)=>e&&(0,l.join)(n,"build.json")},{name:"built",stages:["build","run"],description:"How many images were built.",value:({build:e})=>counted(e?.images.filter(({outcome:e})=>e==="built"))},{name:"images",stages:["build","run"],description:"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will give), `size` in bytes, `layers`, `durationMs`. What each step took is in `build.json`.",value:({build:e,plan:n})=>e&&json(e.images.map(({service:e,platform:t,outcome:s,contentRef:o,digest:r,size:i,layers:a,durationMs:c})=>({...{service:e,platform:t,outcome:s,ref:o,digest:r},tags:tagsOf(n,e),...{size:i,layers:a,durationMs:c}})))},...subjectOutputs("build","each image that was built",({build:e})=>e),{name:"verify",stages:["verify"],description:"Path of `verify.json`.",value:({verify:e},n)=>e&&(0,l.join)(n,"verify.json")},{name:"verified",stages:["verify"],description:"How many images passed every check that stops one.",value:({verify:e})=>counted(e?.images.filter(({digest:e,checks:n})=>e&&(0,u.H)(n).length===0))},{name:"failed",stages:["verify"],description:"How many did not.",value:({verify:e})=>counted(e?.images.filter(({checks:e})=>(0,u.H)(e).length>0))},{name:"smoke",stages:["smoke","run"],description:"Path of `smoke.json`.",value:({smoke:e},n)=>e&&(0,l.join)(n,"smoke.json")},{name:"verify-host",stages:["verify-host"],description:"Path of `verify-host.json`.",value:({verifyHost:e},n)=>e&&(0,l.join)(n,"verify-host.json")},{name:"missing",stages:["verify-host"],description:"How many published images the machine does not have, or has in an old version.",value:({verifyHost:e})=>counted(e?.images.filter(({state:e})=>e==="absent"||e==="old"))},{name:"junit",stages:["smoke","run","verify-host"],description:"Path of the same as JUnit XML, for what shows test results.",value:({smoke:e,verifyHost:n},t)=>e&&(0,l.join)(t,n?"host":"","smoke.junit.xml")},{name:"smoke-compose",stages:["smoke","run"],description:"Path of the stack's Compose file, if one was needed. Logs and diagnoses are in the folder `logs` beside it.",value:({smoke:e})=>e?.composeFile},{name:"healthy",stages:["smoke","run","verify-host"],description:"How many services answered as they should.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="healthy"))},{name:"unhealthy",stages:["smoke","run","verify-host"],description:"How many did not, or gave no answer.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="unhealthy"||e==="unknown"))},{name:"publish",stages:["publish","run"],description:"Path of `publish.json`.",value:({publish:e},n)=>e&&(0,l.join)(n,"publish.json")},{name:"published",stages:["publish","run"],description:"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `copies`, `durationMs`. Where that is over 450 KB, `platforms` and `copies` are left to `publish.json`, and `cut` is true.",value:({publish:e})=>e&&publishedJson(e.services)},{name:"packed",stages:["publish"],description:"The same in one line, for the input `publish-result` of a report in another job; blank where it would be too long (some 200 services).",value:({publish:e})=>e&&((0,p.qq)(e)??"")},...subjectOutputs("publish","each index that was published",({publish:e})=>e),{name:"compose",stages:["publish","run"],description:"Path of `compose.yml`: what was published, by digest, ready for `docker compose up` where it is to run.",value:({publish:e})=>e?.composeFile},{name:"report",stages:["report","run"],description:"Path of the report, one HTML file.",value:({report:e})=>e?.files.page},...g.map(([e,n,t])=>({name:e,stages:["report","run"],description:t,value:({report:e})=>e?.files[n]})),{name:"comment",stages:["report","run"],description:"Address of the comment on the pull request, where there is one.",value:({told:e})=>e?.comment},{name:"issue",stages:["report","run"],description:"Address of the issue that was opened, commented on, kept or closed.",value:({told:e})=>e?.issue},{name:"builder",stages:["setup"],description:"Name of the buildx builder that builds will use.",value:()=>undefined},{name:"platforms",stages:["setup"],description:"Platforms that it builds for, emulated ones too, parted by commas.",value:()=>undefined},{name:"emulated",stages:["setup"],description:"Platforms that QEMU was registered for, parted by commas; blank if none, or if all of them ran already.",value:()=>undefined},{name:"images",stages:["setup"],description:"JSON: where the images came from that were needed, under `binfmt` and `buildkit`: `engine` (it was there), `cache`, `registry`, or `pulled` (by the engine itself, and not kept).",value:()=>undefined}]
function outputsOf(e){return v.filter(({stages:n})=>n.includes(e))}var w=t(61567)
var b=t(48791)
var y=t(34514)
var k=t(50478)
var x=t(17467)
var j=t(33237)
var $=t(92882)
var O=t(46814)
var E=t(83142)
var S=t(56008)
async function tellGitHub(e,n,s,o){const r=n.issue||n.comment!=="false"
if(e!=="report"&&e!=="run"||!r||o.signal.aborted)return{told:{},exitCode:i.NS.fine}
const{tell:a}=await t.e(4705).then(t.bind(t,24705))
const{told:c,notes:l,problems:u}=await a(n,s,o);(0,$.fz)(l.map(e=>({level:"notice",title:"not told on GitHub",message:e})));(0,$.fz)(u.map(({code:e,message:n,why:t,fix:s})=>({level:"error",title:e,message:[n,t,s&&`fix: ${s}`].filter(Boolean).join("\n")})))
return{told:c,exitCode:u.length===0?i.NS.fine:i.NS.environment}}function endedWith({plan:e,...n}){const t=e&&{plan:e,...n}
return t&&{kind:"done",run:t}}function brokenBy(e){if(e instanceof S.yo)return{kind:"broken",problems:e.problems}
const n=e instanceof Error?e.message:String(e)
return{kind:"broken",problems:[{code:"internal/fault",message:n}]}}var M=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,o
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)o=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(o)s=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var _=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function stageAction(e){const n={stack:[],error:void 0,hasError:false}
try{const t=M(n,(0,a.Y)(e=>console.log(e)),false)
const s=(0,c.B)({progress:(0,$.sc)(()=>performance.now()),log:$.OG,signal:t.signal})
let o
try{const n=(0,b.A)((0,O.K)(e),s)
o=n
if(e==="run")await(0,$.Df)(()=>(0,E.E8)(n))
const{documents:t,exitCode:i}=await(0,$.Df)(async()=>{const t=await(0,w.S)(e,n,s);(0,$.OG)((0,r.q)(t.documents,(e,n)=>n,Number.POSITIVE_INFINITY))
return t})
giveOutputs(e,t,n.out)
if(n.summary)await summarize(t)
if(e!=="report")(0,$.fz)((0,j.Ih)(t))
process.exitCode=i
const a=endedWith(t)
const c=a&&await tellGitHub(e,n,a,s)
giveOutputs(e,{told:c?.told??{}},n.out)
process.exitCode=i||c?.exitCode}catch(n){process.exitCode=(0,i.LL)(n)
if(!t.signal.aborted)await(0,$.TF)(n)
if(o!==undefined)await tellGitHub(e,o,brokenBy(n),s).catch($.TF)}if(t.signal.aborted)process.exitCode=i.NS.interrupted}catch(e){n.error=e
n.hasError=true}finally{_(n)}}function giveOutputs(e,n,t){for(const{name:o,value:r}of outputsOf(e)){const e=r(n,t)
if(e!==undefined)s.uH(o,e)}}async function summarize({plan:e,...n}){if(!process.env.GITHUB_STEP_SUMMARY)return
if(n.verifyHost!==undefined)await s.z.addRaw((0,k.L)(n.verifyHost),true).write()
if(e===undefined){if(n.lint!==undefined)await s.z.addRaw((0,y.cB)(n.lint),true).write()
return}const t=(0,o.V)(process.env)
const r=(0,x.xw)({plan:e,...n,...t!==undefined&&{url:t}})
await s.z.addRaw(r,true).write()}}),45364:((e,n,t)=>{t.d(n,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var s=t(51455)
var o=t(48161)
var r=t(76760)
function configFolder(e){return e.DOCKER_CONFIG||r.join(e.HOME||(0,o.homedir)(),".docker")}async function configured(e,n){try{const t=JSON.parse(await(0,s.readFile)(r.join(configFolder(e),"config.json"),"utf8"))
return t?.[n]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await configured(e,"proxies")
const t=typeof n==="object"&&n!==null?Object.values(n):[]
const s=new Set(t.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(i).flatMap(([e,n])=>s.has(e)?[n]:[])}const i={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),73091:((e,n,t)=>{t.d(n,{m:()=>githubHints})
var s=t(51455)
var o=t(56008)
async function githubHints(e){if(e.GITHUB_ACTIONS!=="true"||!e.GITHUB_EVENT_NAME)return undefined
const n=e.GITHUB_EVENT_PATH
const t=n?await(0,s.readFile)(n,"utf8").catch(()=>"{}"):"{}"
try{return readHints(e,toObject(JSON.parse(t)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new o.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is no JSON: ${n}`,why:e.message,fix:"say what happened with `event` and `revision`, outside of GitHub's own runner without GITHUB_ACTIONS"},{cause:e})}}function readHints(e,n){const t=toObject(n.repository)
const s=revisionOf(e,n)
const o=text(t.default_branch)
const r=e.GITHUB_SERVER_URL??"https://github.com"
const i=text(t.html_url)??(e.GITHUB_REPOSITORY&&`${r}/${e.GITHUB_REPOSITORY}`)
const a=text(t.name)
const c=text(t.description)
const l=text(toObject(t.license).spdx_id)
return{event:eventOf(e,n),...s&&{revision:s},...mergeOf(n),...o&&{defaultBranch:o},...i&&{url:i},...a&&{title:a},...c&&{description:c},...l&&{licenses:l}}}function revisionOf(e,n){if(e.GITHUB_EVENT_NAME==="pull_request_target")return undefined
const t=toObject(toObject(n.pull_request).head)
const s=toObject(n.merge_group)
const o=e.GITHUB_EVENT_NAME==="push"?toObject(n.head_commit):{}
return text(t.sha)??text(s.head_sha)??text(o.id)??e.GITHUB_SHA}function mergeOf(e){const n=toObject(e.pull_request)
const[t,s]=[text(n.merge_commit_sha),text(toObject(n.head).sha)]
return t!==undefined&&s!==undefined?{mergeOf:{merge:t,head:s}}:{}}function eventOf(e,n){const t=e.GITHUB_REF??""
const s=t.startsWith("refs/heads/")?t.slice("refs/heads/".length):undefined
switch(e.GITHUB_EVENT_NAME){case"pull_request":case"pull_request_target":{const e=toObject(n.pull_request)
const s=toObject(e.head)
const o=toObject(e.base)
return{kind:"pull_request",number:typeof e.number==="number"?e.number:Number(/^refs\/pull\/(\d+)\//.exec(t)?.[1]??0),head:text(s.ref)??"",base:text(o.ref)??"",fork:text(toObject(s.repo).full_name)!==text(toObject(o.repo).full_name)||s.repo==null}}case"merge_group":return{kind:"merge_group",base:(text(toObject(n.merge_group).base_ref)??"").replace("refs/heads/","")}
case"schedule":return{kind:"schedule",branch:s??text(toObject(n.repository).default_branch)??""}
default:if(t.startsWith("refs/tags/")){const e=text(n.base_ref)?.replace("refs/heads/","")
return{kind:"tag",tag:t.slice("refs/tags/".length),...e!==undefined&&{base:e}}}if(e.GITHUB_EVENT_NAME==="push"&&s!==undefined)return{kind:"push",branch:s}
return{kind:"manual",...s!==undefined&&{branch:s}}}}const toObject=e=>typeof e==="object"&&e!==null?e:{}
const text=e=>typeof e==="string"&&e!==""?e:undefined}),14826:((e,n,t)=>{t.d(n,{q:()=>conclusion,f:()=>problemText})
var s=t(56008)
var o=t(42812)
var r=t(15005)
var i=t(4754)
var a=t(96464)
var c=t(50478)
var l=t(36233)
var u=t(70421)
var d=t(15443)
var f=t(99643)
var p=t(90070)
const m={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},n){const t=Math.max(...e.map(({id:e})=>e.length))
const s=e.flatMap(({id:e,state:s,found:r,why:i,fix:a})=>{const[c,l]=m[s]
const u=[i,a&&`fix: ${a}`].filter(e=>e!==undefined)
return[`${n(c,l)} ${e.padEnd(t)}  ${(0,o.Is)(r)}`,...u.map(e=>`${" ".repeat(t+4)}${(0,o.Is)(e??"")}`)]})
return[...s,"",lastWord(e)].join("\n")}function lastWord(e){const n=e.filter(({state:e})=>e==="failed").length
const t=e.filter(({state:e})=>e==="warning").length
if(n>0)return`${n} to mend${t>0?`, ${t} to look at`:""}`
return t>0?`ready, ${t} to look at`:"ready"}var h=t(34514)
var g=t(9179)
const v={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,n){const{findings:t,fixed:s}=e
const r=Map.groupBy(t,({at:e})=>e?.file??"")
const i={place:Math.max(0,...t.map(e=>placeOf(e).length)),rule:Math.max(0,...t.map(({code:e})=>e.length))}
return[...s===undefined?[]:[fixedText(s,n),""],...[...r].flatMap(([e,t])=>[n("bold",(0,o.Is)(e)),...t.map(e=>row(e,i,n)),""]),...(0,h.TC)(e).map(e=>n("dim",(0,o.Is)(e))),(0,h.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,n,t){const{severity:s,message:r,code:i,fix:a}=e
const c=placeOf(e).padStart(n.place)
const l=`  ${c}  ${t(v[s],s.padEnd(7))}  ${t("dim",i.padEnd(n.rule))}  `
const u=" ".repeat(n.place+n.rule+15)
return`${l}${(0,o.Is)(r)}${a===undefined?"":`\n${u}fix: ${(0,o.Is)(a)}`}`}function fixedText({findings:e,written:n,files:t},s){if(t.length===0)return"nothing to mend"
const o=t.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,s))
const r=n?"mended":"would be mended"
return[...o,"",`${(0,g.LS)(e,"finding")} ${r} in ${(0,g.LS)(t.length,"file")}`].join("\n")}function coloured(e,n){const t=(0,o.Is)(e)
if(/^(?:---|\+\+\+) /.test(e))return n("bold",t)
if(e.startsWith("+"))return n("green",t)
return e.startsWith("-")?n("red",t):t}function initText(e,n){const{files:t,services:s,externals:r,left:i,check:a}=e
const c=Math.max(...s.map(({name:e})=>e.length))
const l=s.filter(({planned:e})=>!e)
const u=s.length-l.length
const d=s.map(({name:e,context:t,ports:s,health:r,needs:i,planned:a})=>{if(a)return`  ${e.padEnd(c)}  ${n("dim","planned: its Dockerfile is not there yet")}`
const l=[t,s.length>0&&`port ${s.join(", ")}`,r,i.length>0&&`needs ${i.join(", ")}`]
return`  ${e.padEnd(c)}  ${(0,o.Is)(l.filter(Boolean).join("  "))}`})
const f=t.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...t.flatMap(({path:e,state:t,text:s})=>t==="shown"?[n("bold",`# ${e}`),s??""]:[t==="written"?`${n("green","\u2713")} ${e} written`:`${n("yellow","-")} ${e} was there, and is left as it is`]),"",n("bold",`${l.length} image${l.length===1?"":"s"} to build${u>0?`, ${u} planned`:""}${r.length>0?`; ${r.join(", ")} beside them`:""}`),...d,...i.length>0?["",n("bold","Left out"),...i.map(({file:e,why:n})=>`  ${(0,o.Is)(e)}: ${(0,o.Is)(n)}`)]:[],...a.length>0?["",n("bold","To check"),...a.map(e=>`  ${n("yellow","?")} ${(0,o.Is)(e)}`)]:[],"",`What is guessed says so in ${f}. Next: ${n("bold","lucid doctor")}, ${n("bold","lucid lint")}, ${n("bold","lucid plan")}.`].join("\n")}function conclusion(e,n,t){const{plan:s,lint:o,verify:i,report:a,smoke:l,verifyHost:u,init:d,doctor:f}=e
const p=[d&&initText(d,n),f&&doctorText(f,n),o&&findingTable(o,n),u&&(0,c.g)(u).map(e=>marked(e,n)).join("\n"),l&&tried(l,n),s&&conclusion_table({...e,plan:s},n,t),s&&checksText({...e,plan:s},n),i&&(0,r.p)(i),a&&files(a.files)]
return p.filter(e=>e!==undefined).join("\n\n")}function conclusion_table(e,n,t){const s=(0,u.h)(e)
const o=(0,p.ed)(s,t,(0,d.rz)(e)?"plan":"run").split("\n")
const[r="",...c]=o
const f=c.map(e=>e.replaceAll("\u2713",n("green","\u2713")).replaceAll("\u2717",n("red","\u2717")))
const{estimate:m,inputs:h=[]}=e.plan
return[...h.flatMap(e=>[(0,l.l)(e,e=>n("bold",e)),""]),...s.length>0?[n("bold",r),...f,""]:[],(0,a.Pl)(e,s),...(0,d.rz)(e)&&m!==undefined&&s.length>0?[(0,i.a)(m)]:[]].join("\n")}const marked=(e,n)=>e.replace("\u2713",n("green","\u2713")).replace("\u2717",n("red","\u2717"))
function tried(e,n){const t=(0,f.zv)(e).map(e=>marked(e,n))
return t.length===0?undefined:t.join("\n")}function checksText(e,n){const t=(0,r.T)(e).map(({level:e,text:t})=>{const s=e==="warning"?n("yellow","warning"):n("red","error")
return`${s} ${(0,o.Is)(t)}`})
return t.length===0?undefined:t.join("\n")}function files(e){return Object.entries(e).map(([e,n])=>`${e}: ${n}`).join("\n")}function problemText(e,n){return e.map(e=>`${n("red","error:")} ${(0,o.vL)((0,s.Vw)(e)).join("\n")}`).join("\n")}}),11280:((e,n,t)=>{t.d(n,{Y:()=>listenForInterrupt})
var s=t(40641)
function listenForInterrupt(e){const n=new AbortController
const t=["SIGINT","SIGTERM"]
const stop=()=>{if(n.signal.aborted)process.exit(s.NS.interrupted)
n.abort()
e("interrupted: cleaning up; once more to leave at once")}
for(const e of t)process.on(e,stop)
return{signal:n.signal,[Symbol.dispose]:()=>{for(const e of t)process.off(e,stop)}}}}),66056:((e,n,t)=>{t.d(n,{B:()=>makeWorld})
var s=t(47624)
var o=t(49588)
function makeWorld(e){return{...e,exec:o.m,docker:(0,s.OX)(o.m),env:process.env,cwd:process.cwd(),now:()=>performance.now()}}}),61567:((e,n,t)=>{t.d(n,{S:()=>runStage})
var s=t(51455)
var o=t(76760)
var r=t(56008)
var i=t(40641)
function problemFromHere(e,n){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,n)}}function locationFromHere(e,n){return{...e,file:fileFromHere(e.file,n)}}function fileFromHere(e,n){const t=(0,o.isAbsolute)(e)||(0,o.normalize)(e)===(0,o.normalize)(n)
return t?e:(0,o.join)((0,o.dirname)(n),e)}function documentsFromHere(e,n){const{plan:t,lint:s,build:o}=e
return{...e,...s&&{lint:{...s,findings:s.findings.map(e=>problemFromHere(e,n))}},...t&&{plan:{...t,images:t.images.map(e=>e.decision.kind!=="blocked"?e:{...e,decision:{...e.decision,problems:e.decision.problems.map(e=>problemFromHere(e,n))}})}},...o&&{build:{...o,images:o.images.map(e=>e.error?.file===undefined?e:{...e,error:{...e.error,file:fileFromHere(e.error.file,n)}})}}}}async function runStage(e,n,t){const s=t.now()
const o=await start(e,n,t)
if(e==="bake"||n.print)return{document:o,documents:{},exitCode:i.NS.fine}
const r={...e==="run"?o:await documentsOf(e,n,o),...e!=="report"&&{durationMs:t.now()-s}}
const a=e==="run"?{kind:"lucid.run",version:1,...o}:e==="report"?r.report:o
const c=documentsFromHere(r,n.catalog)
return{document:a,documents:c,exitCode:exitCodeFor(e,n,r)}}async function start(e,n,s){const{stages:o}=await t.e(6629).then(t.bind(t,76629))
try{if(e==="bake")return await o.build({...n,force:true,print:true},s)
return await o[e](n,s)}catch(e){if(!(e instanceof r.yo))throw e
const t=e.problems.map(e=>problemFromHere(e,n.catalog))
throw new r.yo(t,{cause:e})}}async function documentsOf(e,n,t){if(e==="report")return t
if(e!=="verify-host")return{...await planOf(e,n),[e]:t}
const s=t
return{verifyHost:s,smoke:s.smoke}}async function planOf(e,{out:n}){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const t=await(0,s.readFile)((0,o.join)(n,"plan.json"),"utf8").catch(()=>undefined)
return t===undefined?{}:{plan:JSON.parse(t)}}function exitCodeFor(e,n,t){if(e==="report")return i.NS.fine
if(e!=="lint")return(0,i.FO)(t)
const s=["error","warning","note"]
const o=t.lint?.findings.some(({severity:e})=>s.indexOf(e)<=s.indexOf(n.failOn))
return o?i.NS.failed:i.NS.fine}}),71370:((e,n,t)=>{t.d(n,{D:()=>toMatrix,u:()=>legName})
var s=t(56008)
var o=t(61650)
const r=256
const i=45e4
const a=1e5
const c=60
function toMatrix(e,{maxJobs:n,selected:t=[]}={}){const s=[...Map.groupBy(e,o.F8).values()]
if(s.length>r)throw tooMany(s.length)
const c=s.reduce((e,n)=>e+Math.ceil(listLength(n)/a),0)
const l=(0,o.qq)(e,Math.min(r,Math.max(n??r,c)))
const u=l.toSorted((e,n)=>waveOf(e)-waveOf(n))
const d=u.map(toLeg)
const f=JSON.stringify({include:d}).length+t.join(",").length
const p=Math.max(0,...d.map(({service:e})=>e.length))
if(f>i)throw tooLong(f,i)
if(p>a)throw tooLong(p,a)
return{include:d,bins:u}}const waveOf=({works:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:n})=>e+n.length+1,0)
function toLeg({works:e}){const{platform:n="",runner:t="",wave:s=0}=e[0]??{}
const o=e.map(({service:e})=>e)
return{name:legName(o,n),service:o.join(","),platform:n,runner:t,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:s}}function legName(e,n){const t=[]
for(const n of e){if(t.length>0&&[...t,n].join(", ").length>c)break
t.push(n)}const s=e.length-t.length
return`${t.join(", ")}${s>0?` and ${s} more`:""} (${n.replace(/^linux\//,"")})`}const tooMany=e=>new s.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, and a matrix has at most ${r} jobs`,fix:"let services share runners in the catalog, or plan a part: --phase, --platform or --service"})
const tooLong=(e,n)=>new s.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, and ${n} is the most that GitHub passes on`,fix:"plan a part at a time: --phase, --platform or --service"})}),61650:((e,n,t)=>{t.d(n,{F8:()=>groupOf,cy:()=>chain,qq:()=>pack})
const groupOf=({platform:e,runner:n})=>JSON.stringify([e,n])
function pack(e,n){const t=[...Map.groupBy(e,groupOf).values()]
const s=share(t,n)
return t.flatMap((e,n)=>packGroup(e,s[n]??1))}function share(e,n){const t=e.map(()=>1)
const s=e.map(e=>e.reduce((e,{seconds:n})=>e+n,0))
for(let o=n-e.length;o>0;o-=1){let n
for(const[o,r]of e.entries()){if((t[o]??1)>=r.length)continue
const e=(s[o]??0)/(t[o]??1)
if(n===undefined||e>(s[n]??0)/(t[n]??1))n=o}if(n===undefined)break
t[n]=(t[n]??1)+1}return t}function packGroup(e,n){if(e.length<=n)return e.map(e=>({works:[e],seconds:chain(e)}))
const t=new Set(e)
const s=new Set
const o=Array.from({length:n},()=>({works:[],builds:new Set,seconds:0}))
for(const n of e.toSorted((e,n)=>chain(n)-chain(e))){if(s.has(n))continue
const e=[...n.needs,n]
let r
for(const n of o){const t=n.seconds+e.reduce((e,t)=>e+(n.builds.has(t)?0:t.seconds),0)
if(r===undefined||t<r.end)r={bin:n,end:t}}if(r===undefined)continue
const{bin:i,end:a}=r
i.seconds=a
for(const n of e){i.builds.add(n)
if(!t.has(n)||s.has(n))continue
s.add(n)
i.works.push(n)}}return o.filter(e=>e.works.length>0).map(e=>({works:e.works.toSorted((e,n)=>e.wave-n.wave),seconds:e.seconds}))}const chain=({needs:e,seconds:n})=>e.reduce((e,n)=>e+n.seconds,n)}),55510:((e,n,t)=>{t.d(n,{LT:()=>workOf,mv:()=>runnerOf,p2:()=>imageKey})
const imageKey=(e,n)=>`${e} ${n}`
const s="ubuntu-24.04"
const o={"linux/arm64":"ubuntu-24.04-arm"}
const r=/^linux\/(?:amd64|386)(?:\/|$)/
const i=60
const a=2e6
const c=10
const l=10
function workOf(e,n,t,s,o){const r=new Map(n.map(e=>[e.name,e]))
const i=new Map(t.flatMap((e,n)=>e.map(e=>[e,n])))
const waveOf=({service:e})=>i.get(e)??0
const a=e.filter(({decision:e})=>e.kind==="build")
const c=a.flatMap(e=>o.seconds.get(imageKey(e.service,e.platform))??[])
const l=c.length*2>=a.length?median(c):undefined
const u=new Map
for(const e of a.toSorted((e,n)=>waveOf(e)-waveOf(n))){const{service:n,platform:t}=e
const i=[...new Set(Object.values(e.from))].flatMap(e=>u.get(imageKey(e,t))??[])
u.set(imageKey(n,t),{service:n,platform:t,runner:runnerOf(r.get(n),t,s),phase:r.get(n)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(r.get(n),t,s),o,l),needs:[...new Set(i.flatMap(e=>[...e.needs,e]))]})}const has=e=>[...u.keys()].some(n=>e.has(n))
return{work:[...u.values()],by:has(o.seconds)?"times":has(o.sizes)?"sizes":"guess"}}function runnerOf(e,n,t){const r=t==="native"?o[n]:undefined
return e?.runners?.[n]??r??s}function isNative(e,n,t){const s=t==="native"&&o[n]!==undefined
return r.test(n)||s||e?.runners?.[n]!==undefined}function secondsOf({service:e,platform:n},t,s,o){const r=imageKey(e,n)
const u=s.seconds.get(r)
if(u!==undefined)return u
const d=s.sizes.get(r)
if(d===undefined&&o!==undefined)return o
const f=d===undefined?i:Math.max(c,d/a)
return f*(t?1:l)}function median(e){return e.toSorted((e,n)=>e-n)[Math.floor(e.length/2)]}}),50478:((e,n,t)=>{t.d(n,{L:()=>hostSummary,g:()=>hostLines})
var s=t(42812)
var o=t(51793)
var r=t(99643)
var i=t(9179)
function hostLines({host:e,images:n}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...n.map(e=>(0,s.Is)(line(e)))]}function hostSummary(e){const n=[...hostLines(e),"",...(0,r.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,o.p7)(e.host.name)}\n\n${n.join("\n")}\n`}function line({state:e,ref:n,here:t,published:s}){switch(e){case"present":return`\u2713 Present: ${n} ${about(t)}`
case"old":return`\u2717 Old: ${n} is ${about(t)}; published is ${about(s)}`
case"absent":return`\u2717 Absent: ${n}; published is ${about(s)}`
case"unpublished":return`- Not published: ${n}${t===undefined?"":`; here is ${about(t)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:n,revision:t,created:s}=e
const o=[t?.slice(0,12),s?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,i.VK)(n)}${o===""?"":` (${o})`}`}}),93223:((e,n,t)=>{t.d(n,{A:()=>m})
const s=(()=>{const e=/[\uD800-\uDBFF][\uDC00-\uDFFF]/g
return n=>{let t=0
e.lastIndex=0
while(e.test(n)){t+=1}return n.length-t}})()
const isFullWidth=e=>e===12288||e>=65281&&e<=65376||e>=65504&&e<=65510
const isWideNotCJKTNotEmoji=e=>e===8987||e===9001||e>=12272&&e<=12287||e>=12289&&e<=12350||e>=12441&&e<=12543||e>=12549&&e<=12591||e>=12593&&e<=12686||e>=12688&&e<=12771||e>=12783&&e<=12830||e>=12832&&e<=12871||e>=12880&&e<=19903||e>=65040&&e<=65049||e>=65072&&e<=65106||e>=65108&&e<=65126||e>=65128&&e<=65131||e>=127488&&e<=127490||e>=127504&&e<=127547||e>=127552&&e<=127560||e>=131072&&e<=196605||e>=196608&&e<=262141
const o=/[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y
const r=/[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y
const i=/(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/uy
const a=/\t{1,1000}/y
const c=/[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/uy
const l=/(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y
const u=/\p{M}+/gu
const d={limit:Infinity,ellipsis:""}
const getStringTruncatedWidth=(e,n={},t={})=>{const f=n.limit??Infinity
const p=n.ellipsis??""
const m=n?.ellipsisWidth??(p?getStringTruncatedWidth(p,d,t).width:0)
const h=0
const g=t.controlWidth??0
const v=t.tabWidth??8
const w=t.emojiWidth??2
const b=2
const y=t.regularWidth??1
const k=t.wideWidth??b
const x=[[l,y],[o,h],[r,g],[a,v],[c,w],[i,k]]
let j=0
let $=0
let O=e.length
let E=0
let S=false
let M=O
let _=Math.max(0,f-m)
let H=0
let T=0
let F=0
let I=0
e:while(true){if(T>H||$>=O&&$>j){const n=e.slice(H,T)||e.slice(j,$)
E=0
for(const e of n.replaceAll(u,"")){const n=e.codePointAt(0)||0
if(isFullWidth(n)){I=b}else if(isWideNotCJKTNotEmoji(n)){I=k}else{I=y}if(F+I>_){M=Math.min(M,Math.max(H,j)+E)}if(F+I>f){S=true
break e}E+=e.length
F+=I}H=T=0}if($>=O){break e}for(let n=0,t=x.length;n<t;n++){const[t,o]=x[n]
t.lastIndex=$
if(t.test(e)){E=t===i?s(e.slice($,t.lastIndex)):t===c?1:t.lastIndex-$
I=E*o
if(F+I>_){M=Math.min(M,$+Math.floor((_-F)/o))}if(F+I>f){S=true
break e}F+=I
H=j
T=$
$=j=t.lastIndex
continue e}}$+=1}return{width:S?_:F,index:S?M:O,truncated:S,ellipsed:S&&f>=m}}
const f=getStringTruncatedWidth
const p={limit:Infinity,ellipsis:"",ellipsisWidth:0}
const fastStringWidth=(e,n={})=>f(e,p,n).width
const m=fastStringWidth})}
