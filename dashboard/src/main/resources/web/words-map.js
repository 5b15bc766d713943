// The words of the map and of single yards, in both languages under the same keys.

const vi = {
  map: "Bản đồ", mapLabel: "Bản đồ các cửa khẩu; các thẻ cửa khẩu nêu cùng số liệu bằng chữ", mapGates: "Đến cửa khẩu trên bản đồ",
  mapTrucks: "Xe trong khung nhìn", mapMoreTrucks: "và {n} xe khác: phóng to để xem",
  mapSaid: "{n} xe trong khung nhìn, {old} vị trí cũ; mới nhất {age} trước", mapSaidNone: "Không có xe nào trong khung nhìn.",
  mapSeen: "thấy {age} trước", mapNoTrip: "không có chuyến xe", mapNoStage: "giai đoạn khác hoặc không có chuyến xe", mapDoubts: "{n} sai lệch đang mở",
  mapOld: "vị trí cũ hơn 30 phút", mapRing: "có sai lệch đang mở", mapCrossing: "vạch qua biên giới",
  mapCluster: "{n} xe", mapClusterSmall: "nhiều xe sát nhau; viền đậm: phần có sai lệch; viền đứt: phần lớn vị trí cũ", mapDoubted: "{n} có sai lệch", mapOldOnes: "{n} vị trí cũ", mapCloser: "bấm để phóng to", toCard: "Số liệu: {gate}",
  mapVietnam: "Việt Nam", mapChina: "Trung Quốc",
  mapZoomIn: "Phóng to", mapZoomOut: "Thu nhỏ",
  mapSource: "Đường nét đất liền và biên giới chỉ để định hướng: Natural Earth. Cửa khẩu và bãi: tệp địa điểm. Màu và hình của xe: giai đoạn thực tế.",
  band_free: "bãi dưới ngưỡng", band_high: "bãi từ ngưỡng ùn ứ (▲)", band_full: "bãi từ ngưỡng nghiêm trọng (▲▲)", band_over: "bãi vượt sức chứa (▲▲▲)",
  band_stale: "số liệu cũ (⚠)", band_unknown: "chưa có số liệu hoặc sức chứa",

  yard: "Bãi", yardGone: "Không có bãi này.", yardEmpty: "Không có chuyến xe nào đang trong bãi.", yardBuffer: "Bãi đệm không thuộc chuyến xe nào, nên không biết từng xe.", yardListed: "{n} xe, xe ở lâu nhất trước",
  yardMore: "Xem thêm xe", yardOnMap: "Xem trên bản đồ", yardMix: "Xe trong bãi theo loại",
  yardKnown: "theo {n} chuyến xe", yardKnownOf: "biết chuyến của {n} trong {all} xe",
  yardDeclared: "đã khai báo", yardUndeclared: "chưa khai báo", yardPerishable: "dễ hỏng", yardCold: "hàng lạnh", yardDoubts: "có sai lệch",
};

const en = {
  map: "Map", mapLabel: "Map of the gates; the cards of the gates give the same figures in words", mapGates: "Go to a gate on the map",
  mapTrucks: "Trucks in view", mapMoreTrucks: "and {n} more: zoom in to see them",
  mapSaid: "{n} trucks in view, {old} at an old place; the newest {age} ago", mapSaidNone: "No truck is in view.",
  mapSeen: "seen {age} ago", mapNoTrip: "no trip", mapNoStage: "other stage, or no trip", mapDoubts: { one: "{n} open discrepancy", other: "{n} open discrepancies" },
  mapOld: "place more than 30 min old", mapRing: "with an open discrepancy", mapCrossing: "crossing line",
  mapCluster: { one: "{n} truck", other: "{n} trucks" }, mapClusterSmall: "many trucks close together; thick rim: the share with a discrepancy; broken rim: most at old places", mapDoubted: "{n} with a discrepancy", mapOldOnes: "{n} at an old place", mapCloser: "click to zoom in", toCard: "Figures: {gate}",
  mapVietnam: "Vietnam", mapChina: "China",
  mapZoomIn: "Zoom in", mapZoomOut: "Zoom out",
  mapSource: "Land and borders are for orientation only: Natural Earth. Gates and yards: the site file. Colour and shape of a truck: where it is in its passage.",
  band_free: "yard below the limits", band_high: "yard from the limit of Congested (▲)", band_full: "yard from the limit of Critical (▲▲)", band_over: "yard over capacity (▲▲▲)",
  band_stale: "old figure (⚠)", band_unknown: "no figure or no capacity",

  yard: "Yard", yardGone: "There is no such yard.", yardEmpty: "No trip is in this yard now.", yardBuffer: "A buffer is no part of a trip, so its trucks are not known one by one.", yardListed: { one: "{n} truck", other: "{n} trucks, the longest there first" },
  yardMore: "Show more trucks", yardOnMap: "On the map", yardMix: "Trucks in the yard by kind",
  yardKnown: "by {n} trips", yardKnownOf: "the trips of {n} of {all} trucks are known",
  yardDeclared: "declared", yardUndeclared: "undeclared", yardPerishable: "perishable", yardCold: "refrigerated", yardDoubts: "with a discrepancy",
};

export const MAP_WORDS = { vi, en };
