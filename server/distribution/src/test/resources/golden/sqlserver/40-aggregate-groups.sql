SELECT TOP (10) CAST([t1].[k1] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [c0], CAST([t1].[k2] AS datetimeoffset(7)) AS [c1],
   [t1].[a3] AS [c2], [t1].[a2] AS [c3]
FROM (
  SELECT [t0].[status] COLLATE Latin1_General_100_BIN2 AS [k1], CAST(DATEFROMPARTS(YEAR(SWITCHOFFSET(CAST([t0].[placed_at] AS datetimeoffset(7)),
     '+00:00')), MONTH(SWITCHOFFSET(CAST([t0].[placed_at] AS datetimeoffset(7)), '+00:00')), 1) AS datetimeoffset(0)) AS [k2],
     SUM([t0].[total]) AS [a2], COUNT_BIG(*) AS [a3]
  FROM [order] AS [t0]
  GROUP BY [t0].[status] COLLATE Latin1_General_100_BIN2, DATALENGTH([t0].[status] COLLATE Latin1_General_100_BIN2), CAST(DATEFROMPARTS(YEAR(SWITCHOFFSET(CAST([t0].[placed_at] AS datetimeoffset(7)),
     '+00:00')), MONTH(SWITCHOFFSET(CAST([t0].[placed_at] AS datetimeoffset(7)), '+00:00')), 1) AS datetimeoffset(0))
) AS [t1]
WHERE [t1].[a2] > ?
ORDER BY CASE WHEN [t1].[a2] IS NULL THEN 0 ELSE 1 END, [t1].[a2] DESC, CASE WHEN [t1].[k1] IS NULL THEN 1 ELSE 0 END, [t1].[k1],
   CASE WHEN [t1].[k2] IS NULL THEN 1 ELSE 0 END, [t1].[k2]
