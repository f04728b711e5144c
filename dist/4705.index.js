export const id=4705
export const ids=[4705]
export const modules={44792:((e,t,n)=>{n.d(t,{_M:()=>repositoryOf,d7:()=>isApiError,o6:()=>openGitHub})
var r=n(77598)
const s=120
const o=3
const i=[400,401,403,404,409,410,422,429,451]
async function openGitHub(e,{token:t,effort:u,signal:l,secondMs:c=1e3}){const{getOctokit:d}=await Promise.all([n.e(4119),n.e(1758)]).then(n.bind(n,11758))
const f={baseUrl:e.GITHUB_API_URL||"https://api.github.com",userAgent:"lucid-build-action",log:a,request:{...l&&{signal:l}}}
if(u==="brief")return d(t,f,wholeAnswers)
const{retry:m,throttling:h}=await Promise.all([n.e(8214),n.e(988)]).then(n.bind(n,988))
const isWorthIt=(e,t,n,r)=>e<=s&&r<o
return d(t,{...f,retry:{retries:o,doNotRetry:i,retryAfterBaseValue:c},throttle:{id:(0,r.randomUUID)(),retryAfterBaseValue:c,onRateLimit:isWorthIt,onSecondaryRateLimit:isWorthIt}},wholeAnswers,m,h)}const nothing=()=>undefined
const a={debug:nothing,info:nothing,warn:nothing,error:nothing}
function isApiError(e){return e instanceof Error&&typeof e.status==="number"}function wholeAnswers({hook:e}){e.after("request",(e,t)=>{const{status:n,headers:r,data:s}=e
if(n===204||!/json/.test(r["content-type"]??"")||typeof s!=="string")return
throw Object.assign(new Error("the answer was cut off"),{status:502,request:t,response:e})})
e.error("request",e=>{if(!isApiError(e)||e.response===undefined)throw e
const{status:t,response:n}=e
const{headers:r}=n
const s=r["retry-after"]
const o=t===429||t===403&&s!==undefined
if(o&&r["x-ratelimit-remaining"]!=="0"&&!/secondary rate/i.test(e.message))e.message=`${e.message} (a secondary rate limit)`
if(s!==undefined&&!/^\d+$/.test(s))r["retry-after"]=String(Math.max(1,Math.ceil((Date.parse(s)-Date.now())/1e3))||60)
throw e})
return{}}function repositoryOf(e){const[t,n]=(e.GITHUB_REPOSITORY??"").split("/")
return t&&n?{owner:t,repo:n}:undefined}}),27623:((e,t,n)=>{n.d(t,{X:()=>tellPermission,o:()=>asking})
var r=n(56008)
var s=n(44792)
async function asking(e,t,n){try{return await n()}catch(n){if(!(0,s.d7)(n))throw n
throw new r.yo(refusal(n,e,t),{cause:n})}}function tellPermission(e,t,n,r){if(!(0,s.d7)(e))throw e
const{code:o,message:i,fix:a}=refusal(e,t,n)
if(o==="github/permission"&&e.status===403)r(`${i}; ${a}`)}function refusal({status:e,message:t,response:n},r,s){const o=`GitHub said ${e}: ${t}`
const i=n?.headers
if(i===undefined)return{code:"github/unreachable",message:`cannot ${r}: GitHub does not answer`,why:t,fix:"run the job again"}
if(e===401)return{code:"github/token",message:`cannot ${r}: the token is not valid`,why:o,fix:"leave `github-token` out for the job's own, or give it one that has not expired"}
if(e===429||i["x-ratelimit-remaining"]==="0"||/rate limit/i.test(t))return{code:"github/rate-limit",message:`cannot ${r}: the token has asked GitHub too often`,why:o,fix:`run the job again${untilWords(i)}`}
if(e===403&&/not accessible/i.test(t)||e===404)return permissionProblem(o,r,wanted(i["x-accepted-github-permissions"],s))
if(e===410)return{code:"github/disabled",message:`cannot ${r}: issues are switched off in this repository`,why:o,fix:"switch them on in the repository's settings, or leave `issue` out"}
if(e>=500)return{code:"github/unreachable",message:`cannot ${r}`,why:o,fix:"run the job again"}
return{code:"github/refused",message:`cannot ${r}`,why:o}}function permissionProblem(e,t,n){return{code:"github/permission",message:`cannot ${t}: the token has no \`${n.join("`, `")}\``,why:e,fix:`add to the job, and to whatever calls its workflow: permissions: { ${n.join(", ")} }`}}function wanted(e,t){const n=(e??"").split(";").map(e=>e.split(",").map(e=>/^\s*(\w+)\s*=\s*(\w+)\s*$/.exec(e)).flatMap(e=>e===null?[]:[`${e[1]?.replaceAll("_","-")}: ${e[2]}`]))
const r=n.filter(e=>e.length>0)
return r.find(e=>e.includes(t))??r[0]??[t]}function untilWords(e){const t=Number(e["retry-after"])
const n=Number(e["x-ratelimit-reset"])
if(t>0)return` after ${t} seconds`
return n>0?` after ${new Date(n*1e3).toISOString()}`:" later"}}),24705:((e,t,n)=>{n.d(t,{tell:()=>tell})
var r=n(56008)
var s=n(44792)
async function ownAuthor(e,t){const n=t.startsWith("ghs_")?undefined:await loginOf(e)
return e=>n===undefined?e?.type==="Bot":e?.login===n}async function loginOf(e){try{return(await e.rest.users.getAuthenticated()).data.login}catch(e){if((0,s.d7)(e)&&(e.status===403||e.status===404))return undefined
throw e}}var o=n(77598)
function markKey(e,t,n){const r=(e.GITHUB_WORKFLOW_REF??e.GITHUB_WORKFLOW??"").replace(/@.*$/,"")
return(0,o.createHash)("sha256").update(JSON.stringify([r,t,n])).digest("hex").slice(0,16)}function runOrder(e){return{number:Number(e.GITHUB_RUN_NUMBER??0),attempt:Number(e.GITHUB_RUN_ATTEMPT??1)}}function isLater(e,t){return e.number===t.number?e.attempt>t.attempt:e.number>t.number}function writeMark({kind:e,key:t,run:n,state:r}){return`\x3c!-- lucid-build-action ${e} ${t} run ${n.number}.${n.attempt}${r===undefined?"":` state ${r}`} --\x3e`}function readMark(e){const t=/^<!-- lucid-build-action (comment|issue) ([0-9a-f]{16}) run (\d{1,12})\.(\d{1,6})(?: state ([0-9a-z]{1,64}))? -->/.exec(e??"")
if(t===null)return undefined
const[,n,r="",s,o,i]=t
return{kind:n==="issue"?"issue":"comment",key:r,run:{number:Number(s),attempt:Number(o)},...i!==undefined&&{state:i}}}var i=n(58500)
const a=[1e3,4e3]
async function makeOnce(e,t,n=1e3){for(const r of a)try{return await e()}catch(e){if(!(0,s.d7)(e)||e.status<500)throw e
await(0,i.setTimeout)(r/1e3*n)
const o=await t()
if(o!==undefined)return o}return await e()}const u={request:{retries:0}}
var l=n(27623)
function keepComment(e,t,{repository:n,number:r,mark:s,body:o},i){return(0,l.o)("comment on the pull request","pull-requests: write",async()=>{const a=await ownAuthor(e,t)
const u=`${writeMark(s)}\n${o}`
const find=async()=>{const{listComments:t}=e.rest.issues
const o=await e.paginate(t,{...n,issue_number:r,per_page:100})
return o.filter(({user:e})=>a(e)).flatMap(({id:e,html_url:t,body:n=""})=>{const r=readMark(n)
return r?.kind==="comment"&&r.key===s.key?[{id:e,url:t,body:n,mark:r}]:[]}).sort((e,t)=>e.id-t.id)}
const l=await find()
const c=l.length>0?undefined:await create(e,{repository:n,number:r,text:u,find:find},i)
const d=c===undefined?l:withMade(await find(),{...c,body:u,mark:s})
const[f,...m]=d
if(f===undefined)throw new Error("a comment that was made is nowhere")
for(const{id:t}of m)await remove(e,n,t)
if(isLater(f.mark.run,s.run))return{kind:"newer",url:f.url}
if(f.body===u)return{kind:c===undefined?"unchanged":"created",url:f.url}
await e.rest.issues.updateComment({...n,comment_id:f.id,body:u})
return{kind:"updated",url:f.url}})}function create(e,{repository:t,number:n,text:r,find:s},o){return makeOnce(async()=>{const{data:s}=await e.rest.issues.createComment({...t,issue_number:n,body:r,...u})
return{id:s.id,url:s.html_url}},async()=>(await s())[0],o)}function withMade(e,t){return e.some(({id:e})=>e===t.id)?e:[...e,t].sort((e,t)=>e.id-t.id)}async function remove(e,t,n){await e.rest.issues.deleteComment({...t,comment_id:n}).catch(e=>{if(!(0,s.d7)(e)||e.status!==404)throw e})}var c=n(73091)
const d="well"
function keepIssue(e,t,n,r){return(0,l.o)("tell of the run in an issue","issues: write",async()=>{const s=await ownAuthor(e,t)
const find=()=>findIssues(e,n,s)
const o=await find()
const i=o.find(({mark:e})=>isLater(e.run,n.run))
if(i!==undefined)return{kind:"newer",url:i.url}
const a=o.filter(({isOpen:e})=>e)
if(n.news.kind==="well")return recover(e,n,a)
const[u,...l]=a
if(u===undefined)return openOne(e,n,o,find,r)
for(const t of l)await closeDouble(e,n,t,u)
return tellMore(e,n,u)})}async function findIssues(e,{repository:t,key:n,labels:[r]},s){const{listForRepo:o}=e.rest.issues
const i={...t,per_page:100,...r!==undefined&&{labels:r}}
const[a,u]=await Promise.all([e.paginate(o,{...i,state:"open",sort:"created",direction:"asc"}),o({...i,state:"closed",sort:"updated",direction:"desc"}).then(({data:e})=>e)])
return[...a,...u].flatMap(({user:e,pull_request:t,body:r,number:o,html_url:i,state:a,state_reason:u})=>{const l=readMark(r)
if(t!==undefined||!s(e)||l?.kind!=="issue"||l.key!==n)return[]
return[{number:o,url:i,isOpen:a==="open",notPlanned:u==="not_planned",mark:l}]})}async function openOne(e,t,n,r,s){const o=n.find(({mark:e})=>e.state===stateOf(t.news))
if(o?.notPlanned)return{kind:"left",url:o.url}
if(o!==undefined){await comment(e,t,o)
await update(e,t,o,{state:"open"})
return{kind:"reopened",url:o.url}}const{repository:i,title:a,labels:l}=t
const openNow=async()=>(await r()).filter(({isOpen:e})=>e)
const c=await makeOnce(async()=>{const n=bodyOf(t)
const{data:r}=await e.rest.issues.create({...i,title:a,body:n,labels:[...l],...u})
return{number:r.number,url:r.html_url}},async()=>(await openNow())[0],s)
const d=(await openNow()).find(({number:e})=>e<c.number)
if(d===undefined)return{kind:"opened",url:c.url}
await closeDouble(e,t,c,d)
return tellMore(e,t,d)}async function tellMore(e,t,n){if(isLater(n.mark.run,t.run))return{kind:"newer",url:n.url}
const r=n.mark.state===stateOf(t.news)
if(!r)await comment(e,t,n)
await update(e,t,n,{})
return{kind:r?"kept":"commented",url:n.url}}async function recover(e,t,n){for(const r of n){await comment(e,t,r)
const{data:n}=await e.rest.issues.get({...t.repository,issue_number:r.number})
const s=(n.body??"").split("\n").slice(1).join("\n")
await e.rest.issues.update({...t.repository,issue_number:r.number,body:`${markOf(t)}\n${s}`,state:"closed",state_reason:"completed"})}const[r]=n
return r===undefined?{kind:"none"}:{kind:"closed",url:r.url}}async function closeDouble(e,{repository:t},n,r){const s={...t,issue_number:n.number}
await e.rest.issues.createComment({...s,body:`Two runs opened an issue at the same moment: see #${r.number}.`,...u})
await e.rest.issues.update({...s,state:"closed",state_reason:"not_planned",body:"See the other one."})}async function comment(e,{repository:t,news:n},{number:r}){await e.rest.issues.createComment({...t,issue_number:r,body:n.body,...u})}async function update(e,t,{number:n},r){await e.rest.issues.update({...t.repository,issue_number:n,body:bodyOf(t),...r})}const stateOf=e=>e.kind==="failed"?e.id:d
const markOf=({key:e,run:t,news:n})=>writeMark({kind:"issue",key:e,run:t,state:stateOf(n)})
const bodyOf=e=>`${markOf(e)}\n${e.news.body}`
var f=n(94974)
var m=n(99119)
var h=n(34514)
var p=n(41565)
var b=n(96464)
var w=n(51793)
const g="\u200b"
function quiet(e){return e.split("\n").map(e=>e.startsWith("    ")?e:still(e)).join("\n")}function still(e){return e.replace(/@(?=[\p{L}\p{N}_-])/gu,`@${g}`).replace(/(?<!&)#(?=\p{N})/gu,`#${g}`).replace(/\bGH-(?=\p{N})/giu,e=>`${e.slice(0,-1)}${g}-`).replaceAll("$","&#36;")}var y=n(70421)
var k=n(87840)
var $=n(17467)
function runVerdict(e,t=[]){const n=(0,y.h)(e)
const r=n.filter(({outcome:e})=>e==="failed"||e==="unknown")
if(r.length>0)return{kind:"failed",id:idOf(r.map(({service:e,problem:t,why:n})=>`${e}\n${t??n}`))}
if(t.includes("failure"))return{kind:"failed",id:idOf([_])}
const isOpen=({outcome:e})=>e==="cancelled"||e==="skipped"||e==="planned"
if(t.includes("cancelled")||n.some(isOpen))return{kind:"open"}
return{kind:"well"}}function verdictOfProblems(e){return{kind:"failed",id:idOf(e.map(r.Vw))}}const _="A job failed, and left no word of why: its log has more."
function idOf(e){return(0,o.createHash)("sha256").update(e.map(lasting).sort().join("\n")).digest("hex").slice(0,16)}function lasting(e){return e.replace(/\b(sha256:)?[0-9a-f]{7,64}\b/g,"#").replace(/\d+([.,]\d+)*/g,"#").trim()}var v=n(9179)
const O=6e4
const x=300
function pullRequestComment(e,t=O){const n=shortRows(e)
const[r,s]=[n.filter(e=>!isNews(e)),n.filter(isNews)]
return assemble(e,t,[headlineSection(e,n),{rank:90,name:"table",tellings:shorter(s,table)},comment_failures(e,n),(0,$.KE)(65,"failed checks",t=>(0,$.UC)(e,t)),(0,$.KE)(40,"findings",t=>(0,h.QQ)(e.lint?.findings??[],t)),{rank:20,name:"unchanged services",tellings:r.length===0?[]:shorter(r,e=>(0,w.AU)(`${e.length} unchanged`,table(e)))}])}function failureIssue(e,t=O){const n=shortRows(e)
const r=n.filter(({outcome:e,problem:t})=>e==="failed"||e==="unknown"||t!==undefined)
return assemble(e,t,[headlineSection(e,n),r.length===0?{rank:95,name:"cause",tellings:[()=>_]}:{rank:90,name:"table",tellings:shorter(r,table)},comment_failures(e,n),(0,$.KE)(65,"failed checks",t=>(0,$.UC)(e,t))])}function recoveryComment(e){return`All is well again.\n\n${assemble(e,O,[headlineSection(e,shortRows(e))])}`}function problemText(e,t,n=O){const text=t=>()=>{const n=e.length-t
const s=e.slice(0,t).flatMap(e=>[...(0,r.Vw)(e).split("\n"),""])
return[(0,w.DV)(s.slice(0,-1)),...n>0?[`${n} more.`]:[]].join("\n\n")}
const s=`### \u274c ${(0,v.LS)(e.length,"problem")}`
const o=(0,p.U)([{rank:100,name:"headline",tellings:[()=>s]},{rank:50,name:"problems",tellings:[500,100,20,5,1].map(text)}],n,"The whole of it is in the log.")
return[o,...foot(undefined,t)].join("\n\n")}function assemble(e,t,n){const r=n.map(e=>({...e,tellings:e.tellings.map(e=>()=>quiet(e()))}))
const s=(0,p.U)(r,t,"The whole of it is in the summary of the run.")
return[s,...foot(e.plan.source.revision,e.url)].join("\n\n")}function foot(e,t){const n=[...e===undefined?[]:[e.slice(0,12)],...t===undefined?[]:[`[run](${t})`]]
return n.length===0?[]:[`<sub>${n.join(" \xb7 ")}</sub>`]}function headlineSection(e,t){const n=`### ${(0,b.Kg)(t)?"\u2705":"\u274c"} ${(0,b.Pl)(e,t)}`
return{rank:100,name:"headline",tellings:[()=>n]}}function comment_failures(e,t){const n=[{logLines:30},{logLines:10},{logLines:3},{logLines:10,most:10},{logLines:0,most:20}]
return{rank:80,name:"failures",tellings:n.map(n=>()=>(0,m.m)(e,t,n))}}function shorter(e,t){const n=e.toSorted((e,t)=>weight(t)-weight(e))
const first=e=>()=>{const r=n.length-e
return r<=0?t(n):`${t(n.slice(0,e))}\n\n${(0,v.LS)(r,"more service")}.`}
return n.length===0?[]:[first(n.length),first(200),first(50),first(15)]}function weight({outcome:e,problem:t}){if(e==="failed")return 3
return t!==undefined||e==="unknown"?2:e==="unchanged"?0:1}const isNews=e=>e.outcome!=="unchanged"||e.problem!==undefined||e.health==="healthy"
function table(e){return(0,w.Qj)(["service","outcome","why","size:","health"],e.map(e=>[`**${(0,w.p7)(e.service)}**`,(0,k.Bl)(e),(0,w.p7)(e.problem??e.why),(0,k.I9)(e),(0,k.Hu)(e)]))}function shortRows(e){return(0,y.h)(e).map(({problem:e,...t})=>({...t,why:cut(t.why),...e!==undefined&&{problem:cut(e)}}))}const cut=e=>e.length<=x?e:`${e.slice(0,x-1)}\u2026`
async function tell(e,t,n){const r=(await(0,c.m)(n.env))?.event
const s=await Promise.all([collected(()=>tellPullRequest(e,t,r,n)),collected(()=>tellIssue(e,t,r,n))])
return{told:Object.assign({},...s.map(({told:e})=>e)),notes:s.flatMap(({notes:e})=>e),problems:s.flatMap(({problems:e})=>e)}}async function collected(e){const t={told:{},notes:[],problems:[]}
try{return{...t,...await e()}}catch(e){if(!(e instanceof r.yo))throw e
return{...t,problems:e.problems}}}async function tellPullRequest(e,t,n,{env:o,signal:i}){const{comment:a,githubToken:u,catalog:l,reportName:c}=e
const d=(0,s._M)(o)
if(a==="false"||n?.kind!=="pull_request"||d===undefined)return{}
if(n.fork&&o.GITHUB_EVENT_NAME!=="pull_request_target")return{notes:["no comment: the pull request is from a fork, whose token may only read"]}
if(u===undefined)return{notes:["no comment: `github-token` is blank"]}
const m=(0,f.V)(o)
const h=t.kind==="done"?pullRequestComment({...t.run,...m!==undefined&&{url:m}}):problemText(t.problems,m)
const p={kind:"comment",key:markKey(o,l,c),run:runOrder(o)}
try{const e=await(0,s.o6)(o,{token:u,effort:"patient",signal:i})
const t=await keepComment(e,u,{repository:d,number:n.number,mark:p,body:h})
return{told:{comment:t.url}}}catch(e){if(!(e instanceof r.yo))throw e
const t=a==="true"&&o.GITHUB_ACTOR!=="dependabot[bot]"
if(t)throw e
return{notes:e.problems.map(({message:e,fix:t})=>[e,t].filter(Boolean).join("; "))}}}async function tellIssue(e,t,n,{env:o,signal:i}){const{issue:a,issueTitle:u,issueLabels:l,jobResults:c,githubToken:d,catalog:m,reportName:h}=e
const p=(0,s._M)(o)
if(!a||p===undefined)return{}
if(n?.kind==="pull_request")return{notes:["no issue: this is a pull request, which has its comment"]}
const b=t.kind==="done"?runVerdict(t.run,c):verdictOfProblems(t.problems)
const w=newsOf(b,t,(0,f.V)(o))
if(w===undefined)return{notes:["no issue is opened or closed: the run was not brought to its end"]}
if(d===undefined)throw new r.yo({code:"github/token",message:"`issue` needs a `github-token`",fix:"leave it out for the job's own"})
const g=await(0,s.o6)(o,{token:d,effort:"patient",signal:i})
const y=oneLine(u??`${o.GITHUB_WORKFLOW??"Images"} fails`)
const k=await keepIssue(g,d,{...{repository:p,key:markKey(o,m,h),run:runOrder(o),title:y,labels:l,news:w}})
return{told:k.url===undefined?{}:{issue:k.url}}}function newsOf(e,t,n){const r=t.kind==="done"?{...t.run,...n!==undefined&&{url:n}}:undefined
switch(e.kind){case"open":return undefined
case"well":return r&&{kind:"well",body:recoveryComment(r)}
case"failed":{const s=t.kind==="broken"?problemText(t.problems,n):failureIssue(r??t.run)
return{kind:"failed",id:e.id,body:s}}}}const oneLine=e=>e.replace(/\s+/g," ").trim().slice(0,250)})}
