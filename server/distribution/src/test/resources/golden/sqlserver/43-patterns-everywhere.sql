SELECT [t0].[title] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [book] AS [t0]
WHERE ((CHARINDEX(?, [t0].[title] COLLATE Latin1_General_100_BIN2) > CASE WHEN DATALENGTH(?) = 0 THEN -1 ELSE 0 END) AND (CHARINDEX(LOWER(?),
   LOWER([t0].[title] COLLATE Latin1_General_100_BIN2)) > CASE WHEN DATALENGTH(?) = 0 THEN -1 ELSE 0 END) AND (LEFT(LOWER([t0].[title] COLLATE Latin1_General_100_BIN2),
   DATALENGTH(LOWER(?)) / 2) + N'.' = CAST(LOWER(?) AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.') AND (RIGHT([t0].[title] COLLATE Latin1_General_100_BIN2,
   DATALENGTH(?) / 2) + N'.' = CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.') AND NOT ([t0].[title] COLLATE Latin1_General_100_BIN2 LIKE REPLACE(REPLACE(REPLACE(REPLACE(? COLLATE Latin1_General_100_BIN2,
   N'\\', NCHAR(65535)), N'\[', N'['), N'[', N'\['), NCHAR(65535), N'\\') ESCAPE N'\'))
ORDER BY [t0].[book_id]
