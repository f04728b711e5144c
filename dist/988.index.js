export const id=988;export const ids=[988];export const modules={988:((t,o,r)=>{r.d(o,{retry:()=>e.L,throttling:()=>s.A});var e=r(49735);var s=r(86856)})};
