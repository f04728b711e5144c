export const id=1834
export const ids=[1834]
export const modules={96273:((e,t,n)=>{n.d(t,{Pd:()=>readConfigField,c7:()=>defaultEngineAddress,vg:()=>configFolder,yt:()=>proxyArgs})
var r=n(51455)
var s=n(48161)
var o=n(76760)
var i=n(16496)
function configFolder(e){return e.DOCKER_CONFIG||o.join(e.HOME||(0,s.homedir)(),".docker")}async function readConfigField(e,t){const n=await(0,r.readFile)(o.join(configFolder(e),"config.json"),"utf8").catch(()=>"")
return(0,i.Ag)((0,i.qF)(n))?.[t]}async function defaultEngineAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const t=e.DOCKER_CONTEXT||await readConfigField(e,"currentContext")
if(t&&t!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const t=await readConfigField(e,"proxies")
const n=new Set(Object.values((0,i.Ag)(t)??{}).flatMap(e=>Object.keys((0,i.Ag)(e)??{})))
return Object.entries(a).flatMap(([e,t])=>n.has(e)?[t]:[])}const a={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),85177:((e,t,n)=>{n.d(t,{pV:()=>githubRun,ut:()=>runLink,Vp:()=>runUrl})
var r=n(51455)
var s=n(39893)
var o=n(85465)
var i=n(16496)
const a=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const c=["create","deployment","deployment_status","release","workflow_dispatch"]
const u="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readGitHubEvent(e,t){const{GITHUB_EVENT_NAME:n="",GITHUB_REF:r="",GITHUB_SHA:s}=e
switch(n){case"push":{const e=(0,i.E3)(t.ref)??r
const n=unique((0,i.E3)(t.after),(0,i.E3)(readFields(t.head_commit).id),s)
const o=infoOf("`push`",atRef(e,n,{kind:"push",base:t.base_ref}),u)
return t.deleted===true?{...o,deleted:shortRef(e)}:o}case"delete":return{...infoOf("`delete`",[],u),deleted:`${t.ref_type==="tag"?"git tag":"branch"} ${(0,i.E3)(t.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return infoOf(`\`${n}\``,pull(t,r,s),f)
case"pull_request_target":return infoOf(`\`${n}\``,pull(t,r),d)
case"merge_group":{const e=readFields(t.merge_group)
const n={kind:"merge_group",base:branchOf(e.base_ref)??""}
const o={event:n,commits:unique((0,i.E3)(e.head_sha),s),refs:unique((0,i.E3)(e.head_ref)??r)}
return infoOf("`merge_group`",[o],u)}case"schedule":return infoOf("`schedule`",atRef(r,unique(s),{kind:"schedule"}),u)
case"workflow_run":return workflowRun(t,e)
case"issue_comment":return infoOf("`issue_comment`",[...atRef(r,unique(s)),...commented(t)],u)
case"release":{const e=(0,i.E3)(readFields(t.release).tag_name)
return infoOf("`release`",atRef(e===undefined?r:`refs/tags/${e}`,unique(s)),u)}case"registry_package":return infoOf(`\`${n}\``,atRef(r,[]),u)
default:if(a.includes(n)||c.includes(n))return infoOf(`\`${n}\``,atRef(r,unique(s)),u)
return{claims:[],about:`the event ${JSON.stringify(n)} is unknown`,fix:l}}}const l="start the workflow by push, schedule or workflow_dispatch, or update this action"
const f="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const d="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you "+"trust that code: it runs with the rights of this repository"
const p="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function infoOf(e,t,n){const[r]=t
if(r===undefined)return{claims:t,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const s=r.commits[0]===undefined?"":` at ${r.commits[0].slice(0,12)}`
return{claims:t,about:`the event ${e} is about ${shortEvent(r.event)}${s}`,fix:n}}function atRef(e,t,{kind:n,base:r}={kind:"manual"}){const claim=n=>[{event:n,commits:t,refs:[e]}]
const o=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(o!==undefined)return claim({kind:"merge_group",base:o})
const[,i,a]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(a===undefined)return[]
if(i==="heads")return claim({kind:n,branch:a})
const c=branchOf(r)
return claim({kind:"tag",tag:a,...(0,s.s)({base:c})})}const branchOf=e=>(0,i.E3)(e)?.replace("refs/heads/","")
function pull(e,t,n){const r=readFields(e.pull_request)
const[o,a]=[readFields(r.head),readFields(r.base)]
const c=typeof r.number==="number"?r.number:Number(/^refs\/pull\/(\d+)\//.exec(t)?.[1])
const u=Number.isSafeInteger(c)?c:undefined
const l=(0,i.E3)(o.sha)
const f={kind:"pull_request",...(0,s.s)({number:u}),head:(0,i.E3)(o.ref)??"",base:(0,i.E3)(a.ref)??"",fork:o.repo==null||(0,i.E3)(readFields(o.repo).full_name)!==(0,i.E3)(readFields(a.repo).full_name),...(0,s.s)({headRevision:l})}
return[{event:f,commits:unique(l,(0,i.E3)(r.merge_commit_sha),n),refs:pullRefs(u)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:t,pull_request:n}=readFields(e.issue)
if(typeof t!=="number"||n==null)return[]
const r={kind:"pull_request",number:t,head:"",base:"",fork:true}
return[{event:r,commits:[],refs:pullRefs(t)}]}function workflowRun(e,{GITHUB_REF:t="",GITHUB_SHA:n}){const r=readFields(e.workflow_run)
const s=readFields(e.repository)
const[o,u,l]=[(0,i.E3)(r.event)??"",(0,i.E3)(r.head_branch),(0,i.E3)(r.head_sha)]
const f=`\`workflow_run\`, after \`${o}\`,`
const d=(0,i.E3)(readFields(r.head_repository).full_name)
const g=d===undefined||d!==(0,i.E3)(s.full_name)
if(g||o.startsWith("pull_request"))return infoOf(f,[pullOfRun(r,g)],p)
if(u===undefined)return infoOf(f,[],p)
const h=u===(0,i.E3)(s.default_branch)
const _=["push","schedule","merge_group","workflow_run",...c,...a].includes(o)
const m=o==="push"?"push":"manual"
const O=u.startsWith("gh-readonly-queue/")
const b=_&&(h||O)?unique(l,t===`refs/heads/${u}`?n:undefined):[]
const k=h||O?[]:atRef(`refs/tags/${u}`,[])
return infoOf(f,[...atRef(`refs/heads/${u}`,b,{kind:m}),...k],p)}function pullOfRun(e,t){const n=(0,i.E3)(e.head_sha)
const r=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(readFields)
const o=r.filter(({head:e})=>n!==undefined&&readFields(e).sha===n)
const[a]=o.length===1?o:[]
const c=typeof a?.number==="number"?a.number:undefined
const u={...{kind:"pull_request",...(0,s.s)({number:c})},...{head:(0,i.E3)(e.head_branch)??"",base:(0,i.E3)(readFields(a?.base).ref)??"",fork:t},...(0,s.s)({headRevision:n})}
return{event:u,commits:unique(n),refs:pullRefs(c)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const unique=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const readFields=e=>(0,i.Ag)(e)??{}
const g=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const t=e.GITHUB_EVENT_PATH
const n=t?await(0,r.readFile)(t,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,readFields(JSON.parse(n)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new o.yo({code:"environment/event",message:`the event file of GITHUB_EVENT_PATH is not JSON: ${t}`,why:e.message,fix:"use GitHub's runner, or unset GITHUB_ACTIONS and give `--event` and `--revision`"},{cause:e})}}function readRun(e,t){const n=readFields(t.repository)
const r=readGitHubEvent(e,t)
const o=e.GITHUB_SERVER_URL??"https://github.com"
const a=(0,i.E3)(n.default_branch)
const c=(0,i.E3)(n.html_url)??(e.GITHUB_REPOSITORY?`${o}/${e.GITHUB_REPOSITORY}`:undefined)
const u=(0,i.E3)(n.name)
const l=(0,i.E3)(n.description)
const f=(0,i.E3)(readFields(n.license).spdx_id)
const d=r.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...r,fromFork:d,readOnly:d&&g.includes(e.GITHUB_EVENT_NAME??""),repository:(0,s.s)({defaultBranch:a,url:c,title:u,description:l,licenses:f})}}function runUrl(e){const{GITHUB_SERVER_URL:t,GITHUB_REPOSITORY:n,GITHUB_RUN_ID:r}=e
return t&&n&&r?`${t}/${n}/actions/runs/${r}`:undefined}function runLink(e){const t=Number(e.GITHUB_RUN_ATTEMPT??1)
return(0,s.s)({url:runUrl(e),attempt:t>1?t:undefined})}}),15044:((e,t,n)=>{n.d(t,{$_:()=>u,HH:()=>failedChecks,ZA:()=>formatFailedCheck,_U:()=>s,b9:()=>l,iQ:()=>plannedOrBuiltDigest,uG:()=>o})
var r=n(12311)
const s=r.Ikc({id:r.YjP(),name:r.YjP(),ok:r.zMY(),expected:r.YjP(),actual:r.YjP(),level:r.euz("warning").exactOptional()})
const o=r.Ikc({id:r.YjP(),reason:r.YjP()})
const i=r.Ikc({name:r.YjP(),durationMs:r.aig(),cached:r.zMY()})
const a=r.Ikc({user:r.YjP().exactOptional(),workingDir:r.YjP().exactOptional(),env:r.g1P(r.YjP(),r.YjP()),entrypoint:r.YOg(r.YjP()).exactOptional(),command:r.YOg(r.YjP()).exactOptional(),exposedPorts:r.YOg(r.YjP()),healthcheck:r.Ikc({test:r.YOg(r.YjP()),interval:r.aig().exactOptional(),timeout:r.aig().exactOptional(),startPeriod:r.aig().exactOptional(),retries:r.aig().exactOptional()}).exactOptional(),layers:r.YOg(r.Ikc({size:r.aig(),by:r.YjP().exactOptional()}))})
const c=r.k5n(["built","unchanged","failed","skipped","cancelled"])
const u=r.Ikc({service:r.YjP(),platform:r.YjP(),fingerprint:r.YjP(),outcome:c,contentRef:r.YjP(),digest:r.YjP().exactOptional(),reason:r.YjP().exactOptional(),size:r.aig().exactOptional(),layers:r.aig().exactOptional(),spec:a.exactOptional(),startedAt:r.YjP().exactOptional(),durationMs:r.aig().exactOptional(),runner:r.YjP().exactOptional(),steps:r.YOg(i).exactOptional(),attestations:r.YOg(r.YjP()).exactOptional(),warnings:r.YOg(r.YjP()).exactOptional(),checks:r.YOg(s),packages:r.YOg(r.YjP()).exactOptional(),unchecked:r.YOg(o).exactOptional(),error:r.Ikc({message:r.YjP(),code:r.YjP().exactOptional(),log:r.YOg(r.YjP()).exactOptional(),file:r.YjP().exactOptional(),line:r.aig().exactOptional()}).exactOptional()})
const l=r.Ikc({kind:r.euz("lucid.build"),version:r.euz(1),revision:r.YjP(),images:r.YOg(u),command:r.YOg(r.YjP()),durationMs:r.aig()})
function failedChecks(e){return e.filter(({ok:e,level:t})=>!e&&t!=="warning")}const formatFailedCheck=({name:e,expected:t,actual:n})=>`${e}: expected ${t}, found ${n}`
function plannedOrBuiltDigest({images:e},t,n,r){const isIt=e=>e.service===n&&e.platform===r
const s=t?.images.find(isIt)?.digest
const o=e.find(isIt)?.decision
return s??(o?.kind==="unchanged"?o.digest:undefined)}}),68261:((e,t,n)=>{n.d(t,{Ov:()=>sanitizeLogLine,X$:()=>sanitizeLines,Xe:()=>sanitizeLogLines,g$:()=>sanitizeLine,jZ:()=>sanitizeText})
const r=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const s=/[\p{Cc}\p{Bidi_Control}]+/gu
function sanitizeText(e){return e.replace(r,"").replace(s,e=>e.replace(/[^\t\n]/gu,""))}function sanitizeLine(e){return e.replace(r,"").replace(s," ")}function sanitizeLines(e){return e.split(/\r?\n/).map(e=>sanitizeLine(e).trimEnd())}const o=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function sanitizeLogLine(e,t=500){const n=sanitizeText(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(o,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return n.length>t?`${n.slice(0,t)} ... (${n.length-t} more)`:n}function sanitizeLogLines(e,t=500){return e.split(/\r\n|\n|\r/).map(e=>sanitizeLogLine(e,t)).filter(e=>e.trim()!=="")}})}
