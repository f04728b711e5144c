export const id=3825
export const ids=[3825]
export const modules={46814:((e,t,n)=>{n.d(t,{K:()=>readInputs})
var s=n(96251)
var o=n(55300)
var i=n(57741)
const r={"github-token":e=>[e],"registry-password":e=>[e],logins:i.g}
function readInputs(e){return Object.fromEntries((0,o.cz)(e,"action").map(({name:e})=>{const t=`INPUT_${e.toUpperCase()}`
if(process.env[t]===undefined)return[e,undefined]
const n=(0,s.V4)(e)
const o=r[e]
if(n!==""&&o!==undefined){for(const e of o(n))(0,s.Pq)(e)
delete process.env[t]}return[e,n]}))}}),22309:((e,t,n)=>{n.r(t)
n.d(t,{stageAction:()=>stageAction})
var s=n(96251)
var o=n(94974)
var i=n(14826)
var r=n(40641)
var a=n(11280)
var u=n(66056)
var c=n(76760)
var l=n(5966)
var d=n(71370)
var f=n(55510)
function twoWaves({images:e,matrix:t}){const n=e.filter(({decision:e})=>e.kind==="build")
const s=new Map(t.include.flatMap(e=>keysOf(e).map(t=>[t,e])))
const o=new Set
const i=[]
for(const{service:e,platform:t,from:r}of n){const n=s.get((0,f.p2)(e,t))
for(const e of Object.values(r)){const r=s.get((0,f.p2)(e,t))
if(r===undefined||n===undefined||r===n)continue
o.add(r)
i.push([r,n])}}return{first:joined(t.include.filter(e=>o.has(e)),i),second:t.include.filter(e=>!o.has(e))}}const keysOf=({service:e,platform:t})=>e.split(",").map(e=>(0,f.p2)(e,t))
const groupOf=({platform:e,runner:t})=>JSON.stringify([e,t])
function joined(e,t){const n=new Map(e.map(e=>[e,e]))
const headOf=e=>{const t=n.get(e)??e
return t===e?e:headOf(t)}
for(const[e,s]of t)if(n.has(s)&&groupOf(e)===groupOf(s))n.set(headOf(s),headOf(e))
return[...Map.groupBy(e,headOf).values()].map(merge)}function merge(e){const[t]=e
if(t===undefined)throw new Error("a group has members")
if(e.length===1)return t
const n=e.flatMap(({service:e})=>e.split(","))
const s=new Set(e.flatMap(({phase:e})=>e.split(",")).filter(e=>e!==""))
return{...t,name:(0,d.u)(n,t.platform),service:n.join(","),phase:[...s].join(","),wave:Math.min(...e.map(({wave:e})=>e))}}var p=n(60399)
var h=n(97898)
const json=e=>JSON.stringify(e)
const counted=e=>e===undefined?undefined:String(e.length)
const m=45e4
function publishedJson(e){const t=e.map(publishedOutput)
const n=json(t)
if(Buffer.byteLength(n)<=m)return n
return json(t.map(({platforms:e,copies:t,...n})=>({...n,cut:true})))}function publishedOutput({service:e,image:t,outcome:n,digest:s,tags:o,platforms:i,copies:r,durationMs:a}){const given=e=>e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)
const total=e=>{const t=i.flatMap(t=>t[e]??[])
return t.length===0?undefined:t.reduce((e,t)=>e+t,0)}
return{...{service:e,image:t,outcome:n,digest:s,tags:given(o),size:total("size"),layers:total("layers"),platforms:i},copies:r?.map(e=>({...e,tags:given(e.tags)})),durationMs:a}}function basesOf({images:e,waves:t}){const n=e.filter(({decision:e})=>e.kind==="build")
const s=new Set(n.map(({service:e})=>e))
const o=new Set(n.flatMap(({from:e})=>Object.values(e)).filter(e=>s.has(e)))
return t.flat().filter(e=>o.has(e))}const legsJson=e=>e.length===0?"":json({include:e})
const tagsOf=(e,t)=>{const{immutable:n=[],floating:s=[]}=e?.tags[t]??{}
return[...n,...s]}
function subjectOutputs(e,t,n){const s=e==="publish"?["publish","run"]:["build"]
const subjects=e=>{const t=n(e)
return t&&(0,h.Z)(t)}
return[{name:"subjects",stages:s,description:`JSON list of ${t}: \`name\` and \`digest\`, for actions/attest.`,value:e=>{const t=subjects(e)
return t&&json(t)}},{name:"subject-checksums",stages:s,description:`Path of the same as a file of checksums, for actions/attest; unset where there is none.`,value:(t,n)=>subjects(t)?.length?(0,c.join)(n,`${e}-subjects.txt`):undefined}]}const g=[["report-json","json","Path of `report.json`: all that the report tells, for programs."],["report-summary","summary","Path of the summary as a Markdown file."],["badge","badge","Path of `badge.json`, for a badge of shields.io (`https://img.shields.io/endpoint?url=...`)."],["history","history","Path of the series of runs, with this one at its end."],["completion","completion","Path of `completion.md`, where it was asked for."]]
const v=[{name:"plan",stages:["plan","run"],description:"Path of `plan.json`, for the input `plan` of later stages.",value:({plan:e},t)=>e&&(0,c.join)(t,"plan.json")},{name:"has-work",stages:["plan","run"],description:"`true` if an image has to be built, else `false`. Test it before starting a matrix.",value:({plan:e})=>e&&String(e.matrix.include.length>0)},{name:"matrix",stages:["plan","run"],description:"JSON for `strategy.matrix`: under `include`, for each leg `name`, `service`, `platform`, `runner`, `phase` and `wave`. With nothing to build that list is empty, which GitHub refuses as a matrix: test `has-work`.",value:({plan:e})=>e&&json(e.matrix)},{name:"bases",stages:["plan"],description:"Names of services to build that others to build are made from, parted by commas; blank if there is none. A job that builds them before the matrix spares each leg from building its base itself.",value:({plan:e})=>e&&basesOf(e).join(",")},{name:"wave-1",stages:["plan"],description:"The matrix in two: here the legs with what others are FROM, which need a job before the others. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).first)},{name:"wave-2",stages:["plan"],description:"And here all other legs. Blank where there is none.",value:({plan:e})=>e&&legsJson(twoWaves(e).second)},{name:"smoke-matrix",stages:["plan"],description:"With `smoke-jobs`: a leg for each platform and kind of runner that has something to smoke. Blank where there is nothing.",value:({plan:e})=>e?.smokeMatrix&&legsJson(e.smokeMatrix.include)},{name:"packed",stages:["plan"],description:"The plan itself in one line, for the input `plan` of stages in other jobs; blank where it would be too long (some 200 images). They take `new` then, and come to the same.",value:({plan:e})=>e&&((0,p.qq)(e)??"")},{name:"services",stages:["plan","run"],description:"Names of the selected services, parted by commas: ready for the input `service`.",value:({plan:e})=>e?.selected.join(",")},{name:"findings",stages:["lint"],description:"Path of `lint.json`.",value:({lint:e},t)=>e&&(0,c.join)(t,"lint.json")},{name:"sarif",stages:["lint"],description:"Path of `lint.sarif`, for github/codeql-action/upload-sarif.",value:({lint:e},t)=>e&&(0,c.join)(t,"lint.sarif")},{name:"errors",stages:["lint"],description:"How many findings are errors.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="error"))},{name:"warnings",stages:["lint"],description:"How many findings are warnings.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="warning"))},{name:"notes",stages:["lint"],description:"How many findings are notes.",value:({lint:e})=>counted(e?.findings.filter(({severity:e})=>e==="note"))},{name:"build",stages:["build","run"],description:"Path of `build.json`.",value:({build:e},t)=>e&&(0,c.join)(t,"build.json")},{name:"built",stages:["build","run"],description:"How many images were built.",value:({build:e})=>counted(e?.images.filter(({outcome:e})=>e==="built"))},{name:"images",stages:["build","run"],description:"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will give), `size` in bytes, `layers`, `durationMs`. What each step took is in `build.json`.",value:({build:e,plan:t})=>e&&json(e.images.map(({service:e,platform:n,outcome:s,contentRef:o,digest:i,size:r,layers:a,durationMs:u})=>({...{service:e,platform:n,outcome:s,ref:o,digest:i},tags:tagsOf(t,e),...{size:r,layers:a,durationMs:u}})))},...subjectOutputs("build","each image that was built",({build:e})=>e),{name:"verify",stages:["verify"],description:"Path of `verify.json`.",value:({verify:e},t)=>e&&(0,c.join)(t,"verify.json")},{name:"verified",stages:["verify"],description:"How many images passed every check that stops one.",value:({verify:e})=>counted(e?.images.filter(({digest:e,checks:t})=>e&&(0,l.H)(t).length===0))},{name:"failed",stages:["verify"],description:"How many did not.",value:({verify:e})=>counted(e?.images.filter(({checks:e})=>(0,l.H)(e).length>0))},{name:"smoke",stages:["smoke","run"],description:"Path of `smoke.json`.",value:({smoke:e},t)=>e&&(0,c.join)(t,"smoke.json")},{name:"verify-host",stages:["verify-host"],description:"Path of `verify-host.json`.",value:({verifyHost:e},t)=>e&&(0,c.join)(t,"verify-host.json")},{name:"missing",stages:["verify-host"],description:"How many published images the machine does not have, or has in an old version.",value:({verifyHost:e})=>counted(e?.images.filter(({state:e})=>e==="absent"||e==="old"))},{name:"junit",stages:["smoke","run","verify-host"],description:"Path of the same as JUnit XML, for what shows test results.",value:({smoke:e,verifyHost:t},n)=>e&&(0,c.join)(n,t?"host":"","smoke.junit.xml")},{name:"smoke-compose",stages:["smoke","run"],description:"Path of the stack's Compose file, if one was needed. Logs and diagnoses are in the folder `logs` beside it.",value:({smoke:e})=>e?.composeFile},{name:"healthy",stages:["smoke","run","verify-host"],description:"How many services answered as they should.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="healthy"))},{name:"unhealthy",stages:["smoke","run","verify-host"],description:"How many did not, or gave no answer.",value:({smoke:e})=>counted(e?.services.filter(({verdict:e})=>e==="unhealthy"||e==="unknown"))},{name:"publish",stages:["publish","run"],description:"Path of `publish.json`.",value:({publish:e},t)=>e&&(0,c.join)(t,"publish.json")},{name:"published",stages:["publish","run"],description:"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `copies`, `durationMs`. Where that is over 450 KB, `platforms` and `copies` are left to `publish.json`, and `cut` is true.",value:({publish:e})=>e&&publishedJson(e.services)},{name:"packed",stages:["publish"],description:"The same in one line, for the input `publish-result` of a report in another job; blank where it would be too long (some 200 services).",value:({publish:e})=>e&&((0,p.qq)(e)??"")},...subjectOutputs("publish","each index that was published",({publish:e})=>e),{name:"compose",stages:["publish","run"],description:"Path of `compose.yml`: what was published, by digest, ready for `docker compose up` where it is to run.",value:({publish:e})=>e?.composeFile},{name:"report",stages:["report","run"],description:"Path of the report, one HTML file.",value:({report:e})=>e?.files.page},...g.map(([e,t,n])=>({name:e,stages:["report","run"],description:n,value:({report:e})=>e?.files[t]})),{name:"comment",stages:["report","run"],description:"Address of the comment on the pull request, where there is one.",value:({told:e})=>e?.comment},{name:"issue",stages:["report","run"],description:"Address of the issue that was opened, commented on, kept or closed.",value:({told:e})=>e?.issue},{name:"builder",stages:["setup"],description:"Name of the buildx builder that builds will use.",value:()=>undefined},{name:"platforms",stages:["setup"],description:"Platforms that it builds for, emulated ones too, parted by commas.",value:()=>undefined},{name:"emulated",stages:["setup"],description:"Platforms that QEMU was registered for, parted by commas; blank if none, or if all of them ran already.",value:()=>undefined},{name:"images",stages:["setup"],description:"JSON: where the images came from that were needed, under `binfmt` and `buildkit`: `engine` (it was there), `cache`, `registry`, or `pulled` (by the engine itself, and not kept).",value:()=>undefined}]
function outputsOf(e){return v.filter(({stages:t})=>t.includes(e))}var b=n(61567)
var w=n(48791)
var y=n(34514)
var k=n(50478)
var j=n(17467)
var x=n(33237)
var E=n(92882)
var _=n(46814)
var M=n(83142)
var S=n(56008)
async function tellGitHub(e,t,s,o){const i=t.issue||t.comment!=="false"
if(e!=="report"&&e!=="run"||!i||o.signal.aborted)return{told:{},exitCode:r.NS.fine}
const{tell:a}=await n.e(4705).then(n.bind(n,24705))
const{told:u,notes:c,problems:l}=await a(t,s,o);(0,E.fz)(c.map(e=>({level:"notice",title:"not told on GitHub",message:e})));(0,E.fz)(l.map(({code:e,message:t,why:n,fix:s})=>({level:"error",title:e,message:[t,n,s&&`fix: ${s}`].filter(Boolean).join("\n")})))
return{told:u,exitCode:l.length===0?r.NS.fine:r.NS.environment}}function endedWith({plan:e,...t}){const n=e&&{plan:e,...t}
return n&&{kind:"done",run:n}}function brokenBy(e){if(e instanceof S.yo)return{kind:"broken",problems:e.problems}
const t=e instanceof Error?e.message:String(e)
return{kind:"broken",problems:[{code:"internal/fault",message:t}]}}var O=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var s,o
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=t[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=t[Symbol.dispose]
if(n)o=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(o)s=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:s,async:n})}else if(n){e.stack.push({async:true})}return t}
var H=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,s=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&s===1)return s=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var s=new Error(n)
return s.name="SuppressedError",s.error=e,s.suppressed=t,s})
async function stageAction(e){const t={stack:[],error:void 0,hasError:false}
try{const n=O(t,(0,a.Y)(e=>console.log(e)),false)
const s=(0,u.B)({progress:(0,E.sc)(()=>performance.now()),log:E.OG,signal:n.signal})
let o
try{const t=(0,w.A)((0,_.K)(e),s)
o=t
if(e==="run")await(0,E.Df)(()=>(0,M.E8)(t))
const{documents:n,exitCode:r}=await(0,E.Df)(async()=>{const n=await(0,b.S)(e,t,s);(0,E.OG)((0,i.q)(n.documents,(e,t)=>t,Number.POSITIVE_INFINITY))
return n})
giveOutputs(e,n,t.out)
if(t.summary)await summarize(n)
if(e!=="report")(0,E.fz)((0,x.Ih)(n))
process.exitCode=r
const a=endedWith(n)
const u=a&&await tellGitHub(e,t,a,s)
giveOutputs(e,{told:u?.told??{}},t.out)
process.exitCode=r||u?.exitCode}catch(t){process.exitCode=(0,r.LL)(t)
if(!n.signal.aborted)await(0,E.TF)(t)
if(o!==undefined)await tellGitHub(e,o,brokenBy(t),s).catch(E.TF)}if(n.signal.aborted)process.exitCode=r.NS.interrupted}catch(e){t.error=e
t.hasError=true}finally{H(t)}}function giveOutputs(e,t,n){for(const{name:o,value:i}of outputsOf(e)){const e=i(t,n)
if(e!==undefined)s.uH(o,e)}}async function summarize({plan:e,...t}){if(!process.env.GITHUB_STEP_SUMMARY)return
if(t.verifyHost!==undefined)await s.z.addRaw((0,k.L)(t.verifyHost),true).write()
if(e===undefined){if(t.lint!==undefined)await s.z.addRaw((0,y.cB)(t.lint),true).write()
return}const n=(0,o.V)(process.env)
const i=(0,j.xw)({plan:e,...t,...n!==undefined&&{url:n}})
await s.z.addRaw(i,true).write()}}),73091:((e,t,n)=>{n.d(t,{m:()=>githubHints})
var s=n(51455)
var o=n(56008)
async function githubHints(e){if(e.GITHUB_ACTIONS!=="true"||!e.GITHUB_EVENT_NAME)return undefined
const t=e.GITHUB_EVENT_PATH
const n=t?await(0,s.readFile)(t,"utf8").catch(()=>"{}"):"{}"
try{return readHints(e,toObject(JSON.parse(n)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new o.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is no JSON: ${t}`,why:e.message,fix:"say what happened with `event` and `revision`, outside of GitHub's own runner without GITHUB_ACTIONS"},{cause:e})}}function readHints(e,t){const n=toObject(t.repository)
const s=revisionOf(e,t)
const o=text(n.default_branch)
const i=e.GITHUB_SERVER_URL??"https://github.com"
const r=text(n.html_url)??(e.GITHUB_REPOSITORY&&`${i}/${e.GITHUB_REPOSITORY}`)
const a=text(n.name)
const u=text(n.description)
const c=text(toObject(n.license).spdx_id)
return{event:eventOf(e,t),...s&&{revision:s},...mergeOf(t),...o&&{defaultBranch:o},...r&&{url:r},...a&&{title:a},...u&&{description:u},...c&&{licenses:c}}}function revisionOf(e,t){if(e.GITHUB_EVENT_NAME==="pull_request_target")return undefined
const n=toObject(toObject(t.pull_request).head)
const s=toObject(t.merge_group)
const o=e.GITHUB_EVENT_NAME==="push"?toObject(t.head_commit):{}
return text(n.sha)??text(s.head_sha)??text(o.id)??e.GITHUB_SHA}function mergeOf(e){const t=toObject(e.pull_request)
const[n,s]=[text(t.merge_commit_sha),text(toObject(t.head).sha)]
return n!==undefined&&s!==undefined?{mergeOf:{merge:n,head:s}}:{}}function eventOf(e,t){const n=e.GITHUB_REF??""
const s=n.startsWith("refs/heads/")?n.slice("refs/heads/".length):undefined
switch(e.GITHUB_EVENT_NAME){case"pull_request":case"pull_request_target":{const e=toObject(t.pull_request)
const s=toObject(e.head)
const o=toObject(e.base)
return{kind:"pull_request",number:typeof e.number==="number"?e.number:Number(/^refs\/pull\/(\d+)\//.exec(n)?.[1]??0),head:text(s.ref)??"",base:text(o.ref)??"",fork:text(toObject(s.repo).full_name)!==text(toObject(o.repo).full_name)||s.repo==null}}case"merge_group":return{kind:"merge_group",base:(text(toObject(t.merge_group).base_ref)??"").replace("refs/heads/","")}
case"schedule":return{kind:"schedule",branch:s??text(toObject(t.repository).default_branch)??""}
default:if(n.startsWith("refs/tags/")){const e=text(t.base_ref)?.replace("refs/heads/","")
return{kind:"tag",tag:n.slice("refs/tags/".length),...e!==undefined&&{base:e}}}if(e.GITHUB_EVENT_NAME==="push"&&s!==undefined)return{kind:"push",branch:s}
return{kind:"manual",...s!==undefined&&{branch:s}}}}const toObject=e=>typeof e==="object"&&e!==null?e:{}
const text=e=>typeof e==="string"&&e!==""?e:undefined}),71370:((e,t,n)=>{n.d(t,{D:()=>toMatrix,u:()=>legName})
var s=n(56008)
var o=n(61650)
const i=256
const r=45e4
const a=1e5
const u=60
function toMatrix(e,{maxJobs:t,selected:n=[]}={}){const s=[...Map.groupBy(e,o.F8).values()]
if(s.length>i)throw tooMany(s.length)
const u=s.reduce((e,t)=>e+Math.ceil(listLength(t)/a),0)
const c=(0,o.qq)(e,Math.min(i,Math.max(t??i,u)))
const l=c.toSorted((e,t)=>waveOf(e)-waveOf(t))
const d=l.map(toLeg)
const f=JSON.stringify({include:d}).length+n.join(",").length
const p=Math.max(0,...d.map(({service:e})=>e.length))
if(f>r)throw tooLong(f,r)
if(p>a)throw tooLong(p,a)
return{include:d,bins:l}}const waveOf=({works:e})=>e[0]?.wave??0
const listLength=e=>e.reduce((e,{service:t})=>e+t.length+1,0)
function toLeg({works:e}){const{platform:t="",runner:n="",wave:s=0}=e[0]??{}
const o=e.map(({service:e})=>e)
return{name:legName(o,t),service:o.join(","),platform:t,runner:n,phase:[...new Set(e.flatMap(({phase:e})=>e??[]))].join(","),wave:s}}function legName(e,t){const n=[]
for(const t of e){if(n.length>0&&[...n,t].join(", ").length>u)break
n.push(t)}const s=e.length-n.length
return`${n.join(", ")}${s>0?` and ${s} more`:""} (${t.replace(/^linux\//,"")})`}const tooMany=e=>new s.yo({code:"plan/runners",message:`the images to build need ${e} kinds of runner and platform, and a matrix has at most ${i} jobs`,fix:"let services share runners in the catalog, or plan a part: --phase, --platform or --service"})
const tooLong=(e,t)=>new s.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${e} characters, and ${t} is the most that GitHub passes on`,fix:"plan a part at a time: --phase, --platform or --service"})}),61650:((e,t,n)=>{n.d(t,{F8:()=>groupOf,cy:()=>chain,qq:()=>pack})
const groupOf=({platform:e,runner:t})=>JSON.stringify([e,t])
function pack(e,t){const n=[...Map.groupBy(e,groupOf).values()]
const s=share(n,t)
return n.flatMap((e,t)=>packGroup(e,s[t]??1))}function share(e,t){const n=e.map(()=>1)
const s=e.map(e=>e.reduce((e,{seconds:t})=>e+t,0))
for(let o=t-e.length;o>0;o-=1){let t
for(const[o,i]of e.entries()){if((n[o]??1)>=i.length)continue
const e=(s[o]??0)/(n[o]??1)
if(t===undefined||e>(s[t]??0)/(n[t]??1))t=o}if(t===undefined)break
n[t]=(n[t]??1)+1}return n}function packGroup(e,t){if(e.length<=t)return e.map(e=>({works:[e],seconds:chain(e)}))
const n=new Set(e)
const s=new Set
const o=Array.from({length:t},()=>({works:[],builds:new Set,seconds:0}))
for(const t of e.toSorted((e,t)=>chain(t)-chain(e))){if(s.has(t))continue
const e=[...t.needs,t]
let i
for(const t of o){const n=t.seconds+e.reduce((e,n)=>e+(t.builds.has(n)?0:n.seconds),0)
if(i===undefined||n<i.end)i={bin:t,end:n}}if(i===undefined)continue
const{bin:r,end:a}=i
r.seconds=a
for(const t of e){r.builds.add(t)
if(!n.has(t)||s.has(t))continue
s.add(t)
r.works.push(t)}}return o.filter(e=>e.works.length>0).map(e=>({works:e.works.toSorted((e,t)=>e.wave-t.wave),seconds:e.seconds}))}const chain=({needs:e,seconds:t})=>e.reduce((e,t)=>e+t.seconds,t)}),55510:((e,t,n)=>{n.d(t,{LT:()=>workOf,mv:()=>runnerOf,p2:()=>imageKey})
const imageKey=(e,t)=>`${e} ${t}`
const s="ubuntu-24.04"
const o={"linux/arm64":"ubuntu-24.04-arm"}
const i=/^linux\/(?:amd64|386)(?:\/|$)/
const r=60
const a=2e6
const u=10
const c=10
function workOf(e,t,n,s,o){const i=new Map(t.map(e=>[e.name,e]))
const r=new Map(n.flatMap((e,t)=>e.map(e=>[e,t])))
const waveOf=({service:e})=>r.get(e)??0
const a=e.filter(({decision:e})=>e.kind==="build")
const u=a.flatMap(e=>o.seconds.get(imageKey(e.service,e.platform))??[])
const c=u.length*2>=a.length?median(u):undefined
const l=new Map
for(const e of a.toSorted((e,t)=>waveOf(e)-waveOf(t))){const{service:t,platform:n}=e
const r=[...new Set(Object.values(e.from))].flatMap(e=>l.get(imageKey(e,n))??[])
l.set(imageKey(t,n),{service:t,platform:n,runner:runnerOf(i.get(t),n,s),phase:i.get(t)?.phase,wave:waveOf(e),seconds:secondsOf(e,isNative(i.get(t),n,s),o,c),needs:[...new Set(r.flatMap(e=>[...e.needs,e]))]})}const has=e=>[...l.keys()].some(t=>e.has(t))
return{work:[...l.values()],by:has(o.seconds)?"times":has(o.sizes)?"sizes":"guess"}}function runnerOf(e,t,n){const i=n==="native"?o[t]:undefined
return e?.runners?.[t]??i??s}function isNative(e,t,n){const s=n==="native"&&o[t]!==undefined
return i.test(t)||s||e?.runners?.[t]!==undefined}function secondsOf({service:e,platform:t},n,s,o){const i=imageKey(e,t)
const l=s.seconds.get(i)
if(l!==undefined)return l
const d=s.sizes.get(i)
if(d===undefined&&o!==undefined)return o
const f=d===undefined?r:Math.max(u,d/a)
return f*(n?1:c)}function median(e){return e.toSorted((e,t)=>e-t)[Math.floor(e.length/2)]}}),93223:((e,t,n)=>{n.d(t,{A:()=>h})
const s=(()=>{const e=/[\uD800-\uDBFF][\uDC00-\uDFFF]/g
return t=>{let n=0
e.lastIndex=0
while(e.test(t)){n+=1}return t.length-n}})()
const isFullWidth=e=>e===12288||e>=65281&&e<=65376||e>=65504&&e<=65510
const isWideNotCJKTNotEmoji=e=>e===8987||e===9001||e>=12272&&e<=12287||e>=12289&&e<=12350||e>=12441&&e<=12543||e>=12549&&e<=12591||e>=12593&&e<=12686||e>=12688&&e<=12771||e>=12783&&e<=12830||e>=12832&&e<=12871||e>=12880&&e<=19903||e>=65040&&e<=65049||e>=65072&&e<=65106||e>=65108&&e<=65126||e>=65128&&e<=65131||e>=127488&&e<=127490||e>=127504&&e<=127547||e>=127552&&e<=127560||e>=131072&&e<=196605||e>=196608&&e<=262141
const o=/[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y
const i=/[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y
const r=/(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/uy
const a=/\t{1,1000}/y
const u=/[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?))*/uy
const c=/(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y
const l=/\p{M}+/gu
const d={limit:Infinity,ellipsis:""}
const getStringTruncatedWidth=(e,t={},n={})=>{const f=t.limit??Infinity
const p=t.ellipsis??""
const h=t?.ellipsisWidth??(p?getStringTruncatedWidth(p,d,n).width:0)
const m=0
const g=n.controlWidth??0
const v=n.tabWidth??8
const b=n.emojiWidth??2
const w=2
const y=n.regularWidth??1
const k=n.wideWidth??w
const j=[[c,y],[o,m],[i,g],[a,v],[u,b],[r,k]]
let x=0
let E=0
let _=e.length
let M=0
let S=false
let O=_
let H=Math.max(0,f-h)
let T=0
let F=0
let N=0
let I=0
e:while(true){if(F>T||E>=_&&E>x){const t=e.slice(T,F)||e.slice(x,E)
M=0
for(const e of t.replaceAll(l,"")){const t=e.codePointAt(0)||0
if(isFullWidth(t)){I=w}else if(isWideNotCJKTNotEmoji(t)){I=k}else{I=y}if(N+I>H){O=Math.min(O,Math.max(T,x)+M)}if(N+I>f){S=true
break e}M+=e.length
N+=I}T=F=0}if(E>=_){break e}for(let t=0,n=j.length;t<n;t++){const[n,o]=j[t]
n.lastIndex=E
if(n.test(e)){M=n===r?s(e.slice(E,n.lastIndex)):n===u?1:n.lastIndex-E
I=M*o
if(N+I>H){O=Math.min(O,E+Math.floor((H-N)/o))}if(N+I>f){S=true
break e}N+=I
T=x
F=E
E=x=n.lastIndex
continue e}}E+=1}return{width:S?H:N,index:S?O:_,truncated:S,ellipsed:S&&f>=h}}
const f=getStringTruncatedWidth
const p={limit:Infinity,ellipsis:"",ellipsisWidth:0}
const fastStringWidth=(e,t={})=>f(e,p,t).width
const h=fastStringWidth})}
